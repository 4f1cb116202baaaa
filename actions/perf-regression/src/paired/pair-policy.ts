import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Direction } from '@testwarden/core/model/benchmark'
import type { perfConfig } from '../config.js'
import { createPolicies } from '../judging/metric-policy.js'

/** By what pairs are judged. */
export interface PairPolicy {
  /** null: the metric is not judged, as nobody knows what is better, or nobody wants to know. */
  limitOf(metric: PolicyMetric): PairLimit | null
  /** How often a run may be red without a reason, over all benchmarks together: 0.005. */
  readonly falseAlarmRate: number
}

export interface PolicyMetric {
  readonly key: string
  readonly direction: Direction
}

export interface PairLimit {
  /** What is worse; `either`: any change. */
  readonly worse: 'more' | 'less' | 'either'
  /** The slowdown that nobody minds: 0.05. */
  readonly tolerance: number
}

const WORSE = { lower: 'more', higher: 'less', both: 'either', exact: 'either' } as const

/** The policy of the config. @param now ISO 8601, UTC */
export function pairPolicyOf(config: GateConfig<typeof perfConfig>, now: string): PairPolicy {
  const policyOf = createPolicies(config, now)
  return {
    falseAlarmRate: 1 / Math.max(1, config.own['false-alarms'].value),
    limitOf({ key, direction }) {
      const policy = policyOf({ key, kind: 'benchmark', direction })
      if (policy.ignored !== null || policy.direction === null || policy.slowdown === null) return null
      const tolerance = policy.direction === 'exact' ? 0 : Number(policy.slowdown) / 100
      return { worse: WORSE[policy.direction], tolerance }
    },
  }
}
