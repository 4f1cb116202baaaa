import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Finding } from '@testwarden/core/model/finding'
import type { Reason } from '@testwarden/core/model/verdict'
import type { perfConfig } from './config.js'
import type { PerfFacts } from './facts.js'
import type { JudgedSuite } from './judging/judge-by-history.js'
import { judgeMetrics } from './judging/judge-metrics.js'
import type { JudgedMetric } from './judging/judged-metric.js'

/** What every rule looks at. */
export interface Subject {
  readonly evidence: Evidence<PerfFacts>
  readonly config: GateConfig<typeof perfConfig>
  /** Every metric of every leg. */
  readonly judged: readonly JudgedMetric[]
  /** What metrics of a run had in common, and no single one is judged by. */
  readonly suites: readonly JudgedSuite[]
}

/** Pure. No reason at all means that nobody set a limit. */
export type Rule = (subject: Subject) => Judgement

export interface Judgement {
  readonly reasons: readonly Reason[]
  readonly findings: readonly Finding[]
}

export const NOTHING: Judgement = { reasons: [], findings: [] }

/** Of two rules of one kind. */
export function together(judgements: readonly Judgement[]): Judgement {
  return {
    reasons: judgements.flatMap(({ reasons }) => reasons),
    findings: judgements.flatMap(({ findings }) => findings),
  }
}

const known = new WeakMap<Evidence<PerfFacts>, Subject>()

/** The verdict and the page ask for the same one after the other: to judge thousands of metrics takes a while. */
export function subjectOf(evidence: Evidence<PerfFacts>, config: GateConfig<typeof perfConfig>): Subject {
  const last = known.get(evidence)
  if (last?.config === config) return last
  const { metrics: judged, suites } = judgeMetrics(evidence, config)
  const subject = { evidence, config, judged, suites }
  known.set(evidence, subject)
  return subject
}
