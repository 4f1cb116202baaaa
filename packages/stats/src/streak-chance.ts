import { type BetaPrior, FAILURE_PRIOR } from './beta-prior.js'
import { lnGamma } from './ln-gamma.js'

/** Attempts of one test: how many failed, how many passed. */
export interface AttemptCounts {
  readonly failed: number
  readonly passed: number
}

/**
 * The chance that a test with these attempts behind it fails the next `streak` attempts all by itself, from 0 to 1: the
 * predictive probability of the beta-binomial model, B(a + failed + streak, b + passed) / B(a + failed, b + passed).
 */
export function streakChance(before: AttemptCounts, streak: number, prior: BetaPrior = FAILURE_PRIOR): number {
  const failed = prior.a + before.failed
  const all = failed + prior.b + before.passed
  return Math.min(1, Math.exp(lnRising(failed, streak) - lnRising(all, streak)))
}

/**
 * The shortest streak of failed attempts whose chance is below `chance`; at most {@link LONGEST_STREAK}, where even that
 * is not enough (a test that hardly ever passed).
 */
export function streakBelow(before: AttemptCounts, chance: number): number {
  let tooShort = 0
  let enough = 1
  while (enough < LONGEST_STREAK && streakChance(before, enough) >= chance) {
    tooShort = enough
    enough = Math.min(2 * enough, LONGEST_STREAK)
  }
  while (enough - tooShort > 1) {
    const middle = Math.floor((tooShort + enough) / 2)
    if (streakChance(before, middle) < chance) enough = middle
    else tooShort = middle
  }
  return enough
}

export const LONGEST_STREAK = 1_000_000

/** ln of x (x + 1) ... (x + n - 1). */
function lnRising(x: number, n: number): number {
  return lnGamma(x + n) - lnGamma(x)
}
