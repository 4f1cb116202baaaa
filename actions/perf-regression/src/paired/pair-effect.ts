import { hodgesLehmann } from '@testwarden/stats/hodges-lehmann'
import { madDeviation } from '@testwarden/stats/mad'
import { normalQuantile } from '@testwarden/stats/normal'
import { leastConfirmPairs } from './planning/pair-counts.js'

/** What pairs of one metric say of its change. */
export interface PairEffect {
  /**
   * How many times worse the change is: 1.2 for what takes 1.2 times as long, or reaches the rate of the base divided by
   * 1.2. The estimate of Hodges and Lehmann.
   */
  readonly ratio: number
  /** One-sided bounds, each as sure as 95 %; null: too few pairs for one. */
  readonly lower: number | null
  readonly upper: number | null
  /** Those that the numbers are of: fresh ones where there are any. */
  readonly pairs: number
  /**
   * Standard deviation of the logarithms of the pairs' ratios, by their median absolute deviation: a spike in one process,
   * which the test bears, must not hide what all other pairs show.
   */
  readonly spread: number
  /** The smallest slowdown that confirming pairs show nine times in ten: 1.12. */
  readonly smallestVisible: number
  /** How many confirming pairs would show a slowdown of a fifth nine times in ten. */
  readonly pairsNeeded: number
}

export interface EffectPlan {
  /** The slowdown that nobody minds: 0.05. */
  readonly tolerance: number
  /** How often one of all candidates may be called slower without a reason. */
  readonly falseAlarmRate: number
  /** At least 1. */
  readonly candidates: number
  /** How many pairs confirm, or would have. */
  readonly confirmPairs: number
}

const SURE = 0.9
const WORTH_SEEING = 1.2

/** @param logs logarithms of how many times worse the change is in each pair; at least one */
export function pairEffect(logs: readonly number[], plan: EffectPlan): PairEffect {
  const { estimate, low, high } = hodgesLehmann(logs, 0.9)
  const spread = madDeviation(logs)
  return {
    ratio: Math.exp(estimate),
    lower: Number.isFinite(low) ? Math.exp(low) : null,
    upper: Number.isFinite(high) ? Math.exp(high) : null,
    pairs: logs.length,
    spread,
    smallestVisible: (1 + plan.tolerance) * Math.exp((certainty(plan) * spread) / Math.sqrt(plan.confirmPairs)),
    pairsNeeded: pairsNeeded(spread, plan),
  }
}

/** ((z_a + z_b) s / (ln target - ln(1 + tolerance)))^2, and never so few that no p value is small enough. */
function pairsNeeded(spread: number, plan: EffectPlan): number {
  const target = Math.max(WORTH_SEEING, (1 + plan.tolerance) ** 2)
  const distance = Math.log(target) - Math.log1p(plan.tolerance)
  const needed = ((certainty(plan) * spread) / Math.max(distance, Number.EPSILON)) ** 2
  return Math.max(leastConfirmPairs(plan.candidates, plan.falseAlarmRate), Math.ceil(needed))
}

/** z_a + z_b: of the promised rate for the first of the candidates, and of being seen. */
function certainty({ falseAlarmRate, candidates }: EffectPlan): number {
  return normalQuantile(SURE) - normalQuantile(falseAlarmRate / candidates)
}
