import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'
import { NO_TESTS, type TestTotals } from '@testwarden/core/model/test-totals'
import type { Reason } from '@testwarden/core/model/verdict'
import { isFlakyOutcome, isWorse, statusOf } from '@testwarden/failures/tests/outcome-text'
import type { flakyConfig } from './config.js'
import type { FlakyFacts } from './facts.js'
import { clustersOf, type TestCluster } from './judging/clusters.js'
import { type JudgedRun, judgeTests } from './judging/judge-tests.js'

/** What every rule looks at. */
export interface Subject {
  readonly evidence: Evidence<FlakyFacts>
  readonly config: GateConfig<typeof flakyConfig>
  readonly judged: JudgedRun
  /** Causes of the failures that count. */
  readonly clusters: readonly TestCluster[]
  /** Each test once, by its worst leg. */
  readonly totals: TestTotals
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}

export const NOTHING: Judgement = { reasons: [], findings: [] }

const known = new WeakMap<Evidence<FlakyFacts>, Subject>()

/** The verdict and the page ask for the same one after the other: with thousands of failures that takes a while. */
export function subjectOf(evidence: Evidence<FlakyFacts>, config: GateConfig<typeof flakyConfig>): Subject {
  const last = known.get(evidence)
  if (last?.config === config) return last
  const subject = judge(evidence, config)
  known.set(evidence, subject)
  return subject
}

function judge(evidence: Evidence<FlakyFacts>, config: GateConfig<typeof flakyConfig>): Subject {
  const judged = judgeTests(evidence, config)
  const failing = judged.tests.filter(({ standing }) => standing === 'failing')
  return { evidence, config, judged, clusters: clustersOf(failing, config.own), totals: countRun(evidence.facts) }
}

/** Counts tests, not cells: one that several legs have is one test. */
export const countRun = rememberByKey(({ legs }: FlakyFacts): TestTotals => {
  const worst = new Map<string, string>()
  for (const { tests } of legs)
    for (const { key, outcome } of tests) {
      const before = worst.get(key)
      if (before === undefined || isWorse(outcome, before)) worst.set(key, outcome)
    }
  const counts = { ...NO_TESTS, cases: worst.size }
  const totals: Record<keyof TestTotals, number> = counts
  for (const outcome of worst.values()) {
    totals[statusOf(outcome)]++
    if (isFlakyOutcome(outcome)) totals.flaky++
  }
  return totals
})
