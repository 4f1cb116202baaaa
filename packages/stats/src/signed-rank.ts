import { type Alternative, pValueOf, type Tails } from './alternative.js'
import { normalCdf } from './normal.js'
import { signedRankTails } from './signed-rank-distribution.js'

/** What a signed-rank test found. */
export interface SignedRankResult {
  /** Sum of the ranks of the positive differences; equal ones share their middle rank. */
  readonly rankSum: number
  /** Differences that are not 0. */
  readonly count: number
  readonly pValue: number
  /** `all-zero`: nothing differs, so nothing can be said; the p value is 1. */
  readonly basis: 'exact' | 'normal' | 'all-zero'
}

/** So many differences are still judged exactly. */
const MOST_EXACT = 64

/**
 * Wilcoxon's signed-rank test of differences between pairs: do they tend to be `greater` than 0? Assumes that pairs are
 * independent, and that without a change a difference is as likely positive as negative. The fewest pairs for a one-sided p
 * value of a are those whose 2^-n is at most a.
 *
 * Differences of 0 are dropped, as Wilcoxon had it and R's wilcox.test and scipy's wilcoxon have it by default, so that a
 * verdict can be checked with them: a difference is exactly 0 only where a clock is too coarse to tell. Pratt's way (rank
 * them, then drop them) orders the others the same. Exact for up to 64 differences, with ties by the distribution given
 * those ties; beyond that by the normal distribution, corrected for ties and continuity.
 *
 * null where a difference is NaN.
 * @see https://doi.org/10.2307/3001968
 */
export function signedRank(differences: readonly number[], alternative: Alternative): SignedRankResult | null {
  if (differences.some(Number.isNaN)) return null
  const sorted = differences.filter((value) => value !== 0).sort((left, right) => Math.abs(left) - Math.abs(right))
  const count = sorted.length
  if (count === 0) return { rankSum: 0, count, pValue: 1, basis: 'all-zero' }
  const doubledRanks = doubledMidranks(sorted.map(Math.abs))
  const doubledSum = doubledRanks.reduce((sum, rank, at) => sum + ((sorted[at] ?? 0) > 0 ? rank : 0), 0)
  const rankSum = doubledSum / 2
  return count <= MOST_EXACT
    ? { rankSum, count, pValue: pValueOf(signedRankTails(doubledSum, doubledRanks), alternative), basis: 'exact' }
    : { rankSum, count, pValue: pValueOf(normalTails(rankSum, doubledRanks), alternative), basis: 'normal' }
}

/** Twice the rank of each, from 2 on; equal values share the middle of theirs. */
function doubledMidranks(sorted: readonly number[]): readonly number[] {
  const ranks: number[] = []
  for (let from = 0; from < sorted.length; ) {
    let to = from + 1
    while (sorted[to] === sorted[from]) to++
    for (let at = from; at < to; at++) ranks.push(from + 1 + to)
    from = to
  }
  return ranks
}

/** The variance is a quarter of the sum of squared ranks; with ties that is n (n + 1) (2n + 1) / 24 - sum of (t^3 - t) / 48. */
function normalTails(rankSum: number, doubledRanks: readonly number[]): Tails {
  const centre = doubledRanks.reduce((sum, rank) => sum + rank, 0) / 4
  const sigma = Math.sqrt(doubledRanks.reduce((sum, rank) => sum + rank * rank, 0)) / 4
  const distance = rankSum - centre
  return { asLow: normalCdf((distance + 0.5) / sigma), asHigh: normalCdf((0.5 - distance) / sigma) }
}
