import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { perfConfig } from '../config.js'
import type { MetricFacts, PerfFacts, PerfLeg } from '../facts.js'
import type { JudgedMetric } from './judged-metric.js'
import { createPolicies, type MetricPolicy } from './metric-policy.js'
import { medianOf } from './metric-values.js'

/** What became of every metric of every leg. */
export function judgeMetrics(
  evidence: Evidence<PerfFacts>,
  config: GateConfig<typeof perfConfig>,
): readonly JudgedMetric[] {
  const policyOf = createPolicies(config, evidence.run.now)
  return evidence.facts.legs.flatMap((leg) => leg.metrics.map((metric) => unjudged(leg, metric, policyOf(metric))))
}

/** What nothing can be said of but its value. */
function unjudged(leg: PerfLeg, metric: MetricFacts, policy: MetricPolicy): JudgedMetric {
  return {
    leg,
    metric,
    policy,
    state: policy.ignored !== null ? 'ignored' : policy.direction === null ? 'without-direction' : 'young',
    by: null,
    before: null,
    now: medianOf(metric),
    ratio: null,
    interval: null,
    evidence: 0,
    pairsNeeded: null,
    visible: null,
    since: null,
    recent: [],
  }
}
