import { significant } from '@testwarden/history/benchmarks/significant'
import type { MetricFacts, PerfLeg } from '../facts.js'
import type { ByHistory } from './judge-by-history.js'
import { medianOf } from './metric-values.js'

/** As many as history keeps. */
const DIGITS = 5

/** Of a metric that must not change at all, such as a count of allocations: any difference from the last run of the base. null: there is none. */
export function judgeExact(metric: MetricFacts, { past }: Pick<PerfLeg, 'past'>): ByHistory | null {
  const baseline = past.kind === 'known' ? past.baseline : null
  const then = baseline?.metrics.find(({ key, unit }) => key === metric.key && unit === metric.unit)
  if (baseline == null || then === undefined) return null
  const [before, now] = [then.median, medianOf(metric)]
  return {
    state: significant(now, DIGITS) === before ? 'unchanged' : 'slower',
    by: 'history',
    before,
    now,
    ratio: before === 0 ? null : now / before,
    interval: null,
    evidence: 1,
    pairsNeeded: null,
    visible: null,
    since: null,
    recent: [before, now],
  }
}
