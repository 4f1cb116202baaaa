import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { perfConfig } from './config.js'
import type { MetricFacts, PerfFacts, PerfLeg } from './facts.js'
import { kernelOf } from './kernel.js'
import { pairSubjectOf } from './pair-subject.js'
import type { PairedFacts, PairedMetric } from './paired/facts.js'
import { withoutReported, withPairs } from './paired/with-pairs.js'

/** The evidence with what was measured among its facts, once, where they ran. */
export function settle(evidence: Evidence<PerfFacts>, config: GateConfig<typeof perfConfig>): Evidence<PerfFacts> {
  const subject = pairSubjectOf(evidence, config)
  const paired = subject === null ? null : withPairs(subject)
  const kernelNs = kernelOf(evidence)
  if (paired === null && kernelNs === null) return evidence
  const legs = evidence.facts.legs.map((leg, index) => {
    if (index > 0) return leg
    return { ...(paired === null ? leg : withPaired(leg, paired)), kernelNs: kernelNs ?? leg.kernelNs }
  })
  return { ...evidence, facts: { legs }, observations: withoutReported(evidence.observations) }
}

/** What no report told is known from the pairs: every process of the change measured it. */
function withPaired(leg: PerfLeg, paired: PairedFacts): PerfLeg {
  const known = new Set(leg.metrics.map(({ key }) => key))
  const added = paired.metrics.filter(({ key, screen }) => !known.has(key) && screen.length > 0).map(measuredInPairs)
  const metrics = [...leg.metrics, ...added].sort((left, right) => (left.key < right.key ? -1 : 1))
  return { ...leg, metrics, paired }
}

function measuredInPairs({ key, unit, direction, screen, confirm }: PairedMetric): MetricFacts {
  const processes = [...screen, ...confirm].map(([, head]) => ({ median: head, mad: 0, count: 1 }))
  return { key, kind: 'benchmark', unit, direction, processes, stats: null, place: null }
}
