import { decide } from '../../../actions/perf-regression/src/decide.js'
import type { PairedFacts, PairedMetric, ValuePair } from '../../../actions/perf-regression/src/paired/facts.js'
import { present } from '../../../actions/perf-regression/src/present.js'
import { configOf, evidenceOf, legOf, metricOf } from '../../../actions/perf-regression/test/kit.js'
import type { Decision } from '../../../packages/core/src/model/decision.js'
import type { Page } from '../../../packages/core/src/model/page.js'

const BASE_NS = 1e8
const PAIRS = { screen: 8, confirm: 20 }

/** What is said of a change by pairs of it and its base. */
export interface PairedVerdict extends Decision {
  readonly page: Page
}

/** @param ratios of each benchmark how many times as long the change takes, give or take a hundredth */
export function judgeChange(ratios: Readonly<Record<string, number>>): PairedVerdict {
  const names = Object.entries(ratios)
  const metrics = names.map(([name, ratio]) => metricOf(name, BASE_NS * ratio))
  const paired: PairedFacts = {
    outcome: { kind: 'measured' },
    metrics: names
      .map(([name, ratio]) => pairedMetric(name, ratio))
      .sort((left, right) => (left.key < right.key ? -1 : 1)),
    rounds: [],
    wanted: PAIRS,
    planned: PAIRS,
    usedMs: 60_000,
    budgetMs: 900_000,
    neededMs: null,
    notes: [],
  }
  const evidence = evidenceOf({ legs: [legOf(metrics, { paired })] })
  const config = configOf({ slowdown: '5%', command: 'go-test' })
  const decision = decide(evidence, config)
  return { ...decision, page: present(decision, evidence, config) }
}

function pairedMetric(name: string, ratio: number): PairedMetric {
  const { key, unit, direction } = metricOf(name, BASE_NS)
  const isCandidate = ratio > 1.05
  const confirm = isCandidate ? pairs(PAIRS.confirm, ratio) : []
  return {
    key,
    unit,
    direction,
    baseUnit: null,
    presence: 'both',
    isCandidate,
    screen: pairs(PAIRS.screen, ratio),
    confirm,
  }
}

function pairs(count: number, ratio: number): readonly ValuePair[] {
  return Array.from(
    { length: count },
    (_, at) => [BASE_NS, BASE_NS * ratio * (1 + ((at * 7) % count) / count / 100)] as const,
  )
}
