import { medianOfSorted } from './median.js'
import { normalCdf, normalQuantile } from './normal.js'
import { rankSumChances } from './signed-rank-distribution.js'

/** How far differences lie from 0. */
export interface ShiftInterval {
  readonly estimate: number
  /** -Infinity and Infinity where there are too few differences to say: 5 or fewer at 0.95. */
  readonly low: number
  readonly high: number
  /** How sure the interval really is, from 0 to 1: at least what was asked for. */
  readonly confidence: number
}

/** As many as the signed-rank test judges exactly. */
const MOST_EXACT = 64

/**
 * Estimate of Hodges and Lehmann: the median of the means of all pairs of differences, each with itself too. One spike
 * moves it little, and it wastes little where there is none. Its interval holds what Wilcoxon's signed-rank test would not
 * reject (Tukey), exactly for up to 64 differences, else by the normal distribution.
 *
 * For pairs of times, give log ratios: e to the estimate is the ratio. For one bound alone at 95 %, ask for 0.9: the other
 * 5 % lie beyond the other end. Differences must be finite; time and memory grow with the square of their count. NaN of none.
 * @param confidence from 0 to 1, such as 0.95
 * @see https://doi.org/10.1214/aoms/1177704172
 */
export function hodgesLehmann(differences: readonly number[], confidence: number): ShiftInterval {
  const means = pairwiseMeans(differences).sort()
  const place = differences.length <= MOST_EXACT ? exactPlace : normalPlace
  const { outside, chance } = place(differences.length, 1 - confidence)
  return {
    estimate: medianOfSorted(means),
    low: means[outside - 1] ?? Number.NEGATIVE_INFINITY,
    high: means[means.length - outside] ?? Number.POSITIVE_INFINITY,
    confidence: 1 - chance,
  }
}

function pairwiseMeans(values: readonly number[]): Float64Array {
  const means = new Float64Array((values.length * (values.length + 1)) / 2)
  let filled = 0
  values.forEach((value, at) => {
    for (const other of values.slice(at)) means[filled++] = value === other ? value : value / 2 + other / 2
  })
  return means
}

/** Which mean from either end the interval ends in, 0 where none does, and the chance of the truth lying outside. */
interface Place {
  readonly outside: number
  readonly chance: number
}

/** So many means lie beyond the truth as the sum of ranks is: cut off are as many as are rarely all beyond it. */
function exactPlace(count: number, most: number): Place {
  const ranks = Array.from({ length: count }, (_, at) => at + 1)
  const chances = rankSumChances(Math.floor((count * (count + 1)) / 4), ranks)
  let [outside, chance] = [0, 0]
  for (const next of chances) {
    if (chance + 2 * next > most) break
    chance += 2 * next
    outside++
  }
  return { outside, chance }
}

function normalPlace(count: number, most: number): Place {
  const centre = (count * (count + 1)) / 4
  const sigma = Math.sqrt((count * (count + 1) * (2 * count + 1)) / 24)
  const outside = Math.max(0, Math.floor(centre + 0.5 + sigma * normalQuantile(most / 2)))
  return { outside, chance: outside === 0 ? 0 : 2 * normalCdf((outside - 0.5 - centre) / sigma) }
}
