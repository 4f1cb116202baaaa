import type { Tails } from './alternative.js'

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
  const most = 2 * pattern.first * pattern.second
  const isLow = doubledU <= most / 2
  const low = isLow ? doubledU : most - doubledU
  const { below, at } = lowerTail(low, isLow ? pattern : mirrored(pattern))
  const near = { outer: below + at, inner: 1 - below }
  return isLow ? { asLow: near.outer, asHigh: near.inner } : { asLow: near.inner, asHigh: near.outer }
}

interface LowerTail {
  readonly below: number
  readonly at: number
}

/** Many benchmarks have the same number of samples: without ties one distribution serves them all. */
const untied = new Map<string, Float64Array>()

function lowerTail(doubledU: number, pattern: RankPattern): LowerTail {
  if (pattern.ties.some((size) => size > 1)) return tailIn(chancesUpTo(doubledU, pattern), doubledU / unitOf(pattern))
  const key = `${pattern.first} ${pattern.second}`
  const chances = untied.get(key) ?? chancesUpTo(pattern.first * pattern.second, pattern)
  untied.set(key, chances)
  return tailIn(chances, doubledU / unitOf(pattern))
}

function tailIn(chances: Float64Array, place: number): LowerTail {
  let below = 0
  for (let at = 0; at < place; at++) below += chances[at] ?? 0
  return { below, at: chances[place] ?? 0 }
}

/** With the smallest value as the largest, so that what was much is little. */
function mirrored({ first, second, ties }: RankPattern): RankPattern {
  return { first, second, ties: ties.toReversed() }
}

/** Only where an even number of values is tied do halves remain: else twice U is even, and every other cell empty. */
function unitOf({ ties }: RankPattern): 1 | 2 {
  return ties.some((size) => size % 2 === 0) ? 1 : 2
}

/**
 * Chance of each value of twice U up to `doubledU`, in steps of {@link unitOf}. Ranks are gone through from the lowest;
 * ways[k] counts, by the U that they make, the choices of k of the values so far for the first sample.
 */
function chancesUpTo(doubledU: number, pattern: RankPattern): Float64Array {
  const unit = unitOf(pattern)
  const width = Math.floor(doubledU / unit) + 1
  const ways = Array.from({ length: pattern.first + 1 }, () => new Float64Array(width))
  ways[0]?.fill(1, 0, 1)
  let before = 0
  for (const size of pattern.ties) {
    addRank(ways, { before, size, unit, pattern })
    before += size
  }
  const all = binomial(before, pattern.first)
  return ways.at(-1)?.map((count) => count / all) ?? new Float64Array()
}

interface Rank {
  /** Values below this rank. */
  readonly before: number
  /** Values that share it. */
  readonly size: number
  readonly unit: 1 | 2
  readonly pattern: RankPattern
}

/** From the largest choice down, so that each is still read as it was before this rank. */
function addRank(ways: readonly Float64Array[], { before, size, unit, pattern: { first, second } }: Rank): void {
  // Fewer cannot become enough any more with the values that are left: no more than `second` of them may be the other's.
  const fewest = Math.max(1, before + size - second)
  for (let chosen = Math.min(first, before + size); chosen >= fewest; chosen--) {
    const to = ways[chosen]
    for (let here = Math.max(1, chosen - before); here <= Math.min(size, chosen); here++) {
      const from = ways[chosen - here]
      const othersBelow = before - (chosen - here)
      const by = (here * (2 * othersBelow + size - here)) / unit
      // No choice of so few values makes a greater U.
      const reach = Math.floor((2 * (chosen - here) * othersBelow) / unit) + 1
      if (to !== undefined && from !== undefined) addShifted(to, from, { by, reach, times: binomial(size, here) })
    }
  }
}

interface Shift {
  readonly by: number
  /** What of the source is filled. */
  readonly reach: number
  readonly times: number
}

function addShifted(to: Float64Array, from: Float64Array, { by, reach, times }: Shift): void {
  const end = Math.min(reach, to.length - by)
  for (let at = 0; at < end; at++) to[at + by] = (to[at + by] ?? 0) + times * (from[at] ?? 0)
}

/** Ways to choose `chosen` of `all`. */
function binomial(all: number, chosen: number): number {
  let ways = 1
  for (let step = 1; step <= chosen; step++) ways = (ways * (all - chosen + step)) / step
  return ways
}
