import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { perfConfig } from '../config.js'
import type { PerfFacts } from '../facts.js'
import { type JudgedSuite, judgeByHistory } from './judge-by-history.js'
import { judgeByPairs } from './judge-by-pairs.js'
import { judgeExact } from './judge-exact.js'
import type { JudgedMetric } from './judged-metric.js'
import { legText } from './leg-text.js'
import { createPolicies } from './metric-policy.js'
import { medianOf } from './metric-values.js'

/** What became of every metric of every leg: by pairs where there are some, else by history. */
export interface JudgedMetrics {
  readonly metrics: readonly JudgedMetric[]
  /** What the metrics of a run had in common. */
  readonly suites: readonly JudgedSuite[]
}

export function judgeMetrics(evidence: Evidence<PerfFacts>, config: GateConfig<typeof perfConfig>): JudgedMetrics {
  const { now } = evidence.run
  const policyOf = createPolicies(config, now)
  const promised = config.own['false-alarms'].value
  const isChange = !evidence.run.isBaseline
  const all: JudgedSuite[] = []
  const judged = evidence.facts.legs.flatMap((leg) => {
    const byPairs = judgeByPairs(leg, config, now)
    const suites = judgeByHistory({ leg, policyOf, isChange, promised })
    all.push(...suites)
    const byHistory = new Map(suites.flatMap(({ metrics }) => [...metrics]))
    const inLeg = legText(leg, evidence.facts)
    return leg.metrics.map((metric) => {
      const nothing = unjudged({ leg, inLeg, metric, policy: policyOf(metric) })
      const isExact = nothing.policy.direction === 'exact' && nothing.policy.ignored === null
      const past = isExact ? judgeExact(metric, leg) : byHistory.get(metric.key)
      return { ...nothing, ...past, ...byPairs.get(metric.key) }
    })
  })
  return { metrics: judged, suites: all }
}

/** What nothing can be said of but its value. */
function unjudged(what: Pick<JudgedMetric, 'leg' | 'inLeg' | 'metric' | 'policy'>): JudgedMetric {
  const { metric, policy } = what
  return {
    ...what,
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
