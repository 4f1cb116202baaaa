import type { MetricFacts, PerfLeg } from '../facts.js'
import type { MetricPolicy } from './metric-policy.js'

/**
 * What became of one metric. `slower`: worse than its limit, beyond noise, and confirmed; `provisional`: it looks slower,
 * and nobody can tell yet; `inherited`: slower, and it was so before this change; `young`: too little past to judge by.
 */
export type MetricState =
  | 'slower'
  | 'inherited'
  | 'faster'
  | 'unchanged'
  | 'provisional'
  | 'inconclusive'
  | 'too-noisy'
  | 'young'
  | 'new'
  | 'unit-changed'
  | 'below-clock'
  | 'ignored'
  | 'without-direction'

/** One metric of one leg, judged. */
export interface JudgedMetric {
  readonly leg: PerfLeg
  /** Which leg that is, as {@link legText} puts it behind a name. */
  readonly inLeg: string
  readonly metric: MetricFacts
  readonly policy: MetricPolicy
  readonly state: MetricState
  /** What it was judged by; null: by nothing. */
  readonly by: 'pairs' | 'history' | null
  /** In its unit; null where there is nothing to compare with. */
  readonly before: number | null
  readonly now: number
  /** Of what it is to what it was; null where there is nothing to compare with. */
  readonly ratio: number | null
  /** Bounds of the true ratio, each as sure as 95 %; null where nobody can tell. */
  readonly interval: Interval | null
  /** Pairs or commits that it rests on. */
  readonly evidence: number
  /** How many more pairs would decide; null where they would not, or are not needed. */
  readonly pairsNeeded: number | null
  /** The smallest slowdown that would be seen, as a share: 0.06. null where nobody can tell. */
  readonly visible: number | null
  /** The commit that it changed with; null where nobody can tell. */
  readonly since: string | null
  /** Values of the last commits, oldest first, this run's last. */
  readonly recent: readonly number[]
}

export interface Interval {
  readonly lower: number
  readonly upper: number
}

/** Slower than its own limit allows, within one that a person accepted. */
export function isAccepted(judged: Pick<JudgedMetric, 'ratio' | 'policy' | 'state'>): boolean {
  const { accepted, slowdown } = judged.policy
  const percent = (slowdownOf(judged) ?? 0) * 100
  return (
    accepted !== null && judged.state !== 'slower' && percent > Number(accepted.instead) && percent <= Number(slowdown)
  )
}

/** How much slower it is, or worse in whatever way counts, as a share; negative where it is better. null: nobody knows. */
export function slowdownOf({ ratio, policy }: Pick<JudgedMetric, 'ratio' | 'policy'>): number | null {
  if (ratio === null || ratio === 0) return null
  return policy.direction === 'higher' ? 1 / ratio - 1 : ratio - 1
}
