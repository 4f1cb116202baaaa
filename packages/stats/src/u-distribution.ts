import type { Tails } from './alternative.js'
import { tiedTails } from './tied-ranks.js'
import { untiedTails } from './untied-ranks.js'

/** Two samples as the distribution of U sees them. */
export interface RankPattern {
  /** Sizes of the two samples. */
  readonly first: number
  readonly second: number
  /** How many values share each rank, from the lowest value up: all 1 without ties. They add up to both sizes. */
  readonly ties: readonly number[]
}

/**
 * Chances of Mann and Whitney's U where both samples are of one distribution, given the ties that there are: every choice
 * of which values are the first sample's is as likely as any other (Klotz, "The Wilcoxon, ties, and the computer", Journal
 * of the American Statistical Association 61, 1966). Without ties it is the distribution of Mann and Whitney (1947).
 * @param doubledU twice U, a whole number: U counts a pair in which the first sample's value is the greater one as 1, and
 * one of equal values as a half
 */
export function uTails(doubledU: number, pattern: RankPattern): Tails {
  const hasTies = pattern.ties.length < pattern.first + pattern.second
  return hasTies ? tiedTails(doubledU, pattern) : untiedTails(doubledU / 2, pattern)
}
