import { type Alternative, pValueOf, type Tails } from './alternative.js'
import { ascending } from './ascending.js'
import { normalCdf } from './normal.js'
import { type RankPattern, uTails } from './u-distribution.js'

/** What a Mann-Whitney test found. */
export interface MannWhitneyResult {
  /** Pairs in which the first sample's value is the greater one; those of equal values count a half. */
  readonly u: number
  readonly pValue: number
  /** `all-equal`: no value differs from another, so nothing can be said; the p value is 1. */
  readonly basis: 'exact' | 'normal' | 'all-equal'
}

/** So many values of either sample are still compared exactly; with ties fewer, as each pattern of them is its own. */
const MOST_EXACT = 50
const MOST_EXACT_TIED = 25

/**
 * Mann-Whitney U test (Wilcoxon's rank-sum test): does one sample tend to greater values? Assumes nothing about the
 * distribution, but that the values are independent. `greater`: the first sample's are.
 *
 * As benchstat does it: exact where neither sample has more than 50 values, or 25 where some are equal, else by the normal
 * distribution, corrected for ties and continuity. Two-sided is twice the smaller tail, and 1 in the very middle. One thing
 * differs: samples of different sizes with ties have a lopsided distribution, of which benchstat doubles the tail below the
 * smaller of both U even where the other one was observed (of 2, 1, 3, 5 against five times 1 it says p = 0).
 *
 * null where a sample is empty or holds NaN.
 * @see https://pkg.go.dev/github.com/aclements/go-moremath/stats#MannWhitneyUTest
 */
export function mannWhitney(
  first: readonly number[],
  second: readonly number[],
  alternative: Alternative,
): MannWhitneyResult | null {
  return mannWhitneyOfSorted(ascending(first), ascending(second), alternative)
}

/** @param left ascending, as is `right` */
export function mannWhitneyOfSorted(
  left: readonly number[],
  right: readonly number[],
  alternative: Alternative,
): MannWhitneyResult | null {
  if (!endsInNumber(left) || !endsInNumber(right)) return null
  const { doubledU, ties } = compareRanks(left, right)
  const pattern = { first: left.length, second: right.length, ties }
  const u = doubledU / 2
  if (ties.length === 1) return { u, pValue: 1, basis: 'all-equal' }
  const isMiddle = doubledU === pattern.first * pattern.second
  if (isMiddle && alternative === 'two-sided') return { u, pValue: 1, basis: isSmall(pattern) ? 'exact' : 'normal' }
  return isSmall(pattern)
    ? { u, pValue: pValueOf(uTails(doubledU, pattern), alternative), basis: 'exact' }
    : { u, pValue: pValueOf(normalTails(u, pattern), alternative), basis: 'normal' }
}

/** The fewest values a side with which samples that do not overlap at all reach a two-sided p value of `alpha`: 4 for 0.05. */
export function fewestSamples(alpha: number): number {
  if (!(alpha > 0)) return Number.POSITIVE_INFINITY
  let samples = 1
  let smallest = 1
  while (smallest > alpha) {
    smallest *= (samples + 1) / (4 * samples + 2)
    samples++
  }
  return samples
}

/** Sorting puts NaN last. */
function endsInNumber(sorted: readonly number[]): boolean {
  return !Number.isNaN(sorted[sorted.length - 1] ?? Number.NaN)
}

interface Ranks {
  readonly doubledU: number
  /** How many values share each rank, from the lowest up. */
  readonly ties: readonly number[]
}

/** Both samples ascending, walked through rank by rank. */
function compareRanks(left: readonly number[], right: readonly number[]): Ranks {
  const ties: number[] = []
  let doubledU = 0
  let at = 0
  let other = 0
  while (at < left.length || other < right.length) {
    const value = lesserOf(left, at, right, other)
    const here = at
    const there = other
    while (at < left.length && left[at] === value) at++
    while (other < right.length && right[other] === value) other++
    doubledU += (at - here) * (there + other)
    ties.push(at - here + other - there)
  }
  return { doubledU, ties }
}

/** Of the next values, where both have one. */
function lesserOf(left: readonly number[], at: number, right: readonly number[], other: number): number {
  const value = at < left.length ? left[at] : undefined
  const rival = other < right.length ? right[other] : undefined
  return Math.min(value ?? Number.POSITIVE_INFINITY, rival ?? Number.POSITIVE_INFINITY)
}

function isSmall({ first, second, ties }: RankPattern): boolean {
  const most = ties.length < first + second ? MOST_EXACT_TIED : MOST_EXACT
  return first <= most && second <= most
}

/** sigma^2 = n1 n2 / 12 ((N + 1) - sum of (t^3 - t) / (N (N - 1))), with t values at each rank. */
function normalTails(u: number, { first, second, ties }: RankPattern): Tails {
  const all = first + second
  const correction = ties.reduce((sum, size) => sum + (size ** 3 - size), 0) / (all * (all - 1))
  const sigma = Math.sqrt(((first * second) / 12) * (all + 1 - correction))
  const distance = u - (first * second) / 2
  return { asLow: normalCdf((distance + 0.5) / sigma), asHigh: normalCdf((0.5 - distance) / sigma) }
}
