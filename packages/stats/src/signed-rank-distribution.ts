import type { Tails } from './alternative.js'

/**
 * Chances of the sum of the ranks of positive differences, where each difference is as likely positive as negative,
 * whatever the ranks are: given the ties that there are.
 * @param doubledSum twice the observed sum
 * @param doubledRanks twice the rank of each difference: whole numbers even where neighbours share a middle rank
 */
export function signedRankTails(doubledSum: number, doubledRanks: readonly number[]): Tails {
  const most = doubledRanks.reduce((sum, rank) => sum + rank, 0)
  const isLow = doubledSum <= most / 2
  // The distribution is its own mirror image, and only what is small is worth all digits.
  const low = isLow ? doubledSum : most - doubledSum
  const chances = rankSumChances(low, doubledRanks)
  const below = chances.subarray(0, low).reduce((sum, chance) => sum + chance, 0)
  const near = { outer: below + (chances[low] ?? 0), inner: 1 - below }
  return isLow ? { asLow: near.outer, asHigh: near.inner } : { asLow: near.inner, asHigh: near.outer }
}

/** Chance of each sum from 0 to `most`. Rank by rank: each is in the sum or out of it with a chance of one half. */
export function rankSumChances(most: number, ranks: readonly number[]): Float64Array {
  const chances = new Float64Array(most + 1)
  chances[0] = 1
  let reach = 0
  for (const rank of ranks) {
    reach = Math.min(reach + rank, most)
    for (let sum = reach; sum >= 0; sum--) chances[sum] = ((chances[sum] ?? 0) + (chances[sum - rank] ?? 0)) / 2
  }
  return chances
}
