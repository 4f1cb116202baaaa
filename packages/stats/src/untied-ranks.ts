import type { Tails } from './alternative.js'
import { binomial } from './binomial.js'

interface Sizes {
  readonly first: number
  readonly second: number
}

/** More than a sample may have that is compared exactly. */
const SIZES = 1_000_000

/** Many benchmarks have the same number of samples: one distribution serves them all. */
const lowerHalves = new Map<number, Float64Array>()

/** Chances of Mann and Whitney's U without ties. @param u may lie between two of its values, which are whole */
export function untiedTails(u: number, { first, second }: Sizes): Tails {
  const isLow = u <= (first * second) / 2
  // The distribution is its own mirror image: only the smaller tail is added up, so that none of its digits are lost.
  const near = isLow ? u : first * second - u
  const chances = lowerHalf({ first, second })
  const outer = chances[Math.floor(near)] ?? 0
  const inner = 1 - (chances[Math.ceil(near) - 1] ?? 0)
  return isLow ? { asLow: outer, asHigh: inner } : { asLow: inner, asHigh: outer }
}

/** Chances of U up to each of its values, from 0 to the middle one. */
function lowerHalf({ first, second }: Sizes): Float64Array {
  const key = first * SIZES + second
  const known = lowerHalves.get(key)
  if (known !== undefined) return known
  const chances = choicesByU({ first, second })
  const all = binomial(first + second, first)
  let sum = 0
  for (let u = 0; u < chances.length; u++) {
    sum += chances[u] ?? 0
    chances[u] = sum / all
  }
  lowerHalves.set(key, chances)
  return chances
}

/**
 * How many choices of the first sample make each U: the coefficients of the Gaussian binomial coefficient, which is the
 * product of (1 - q^(second + i)) / (1 - q^i) for i from 1 to `first`. Each is made of earlier ones, which are no greater
 * in the lower half, so that what is lost by rounding stays as small beside it.
 */
function choicesByU({ first, second }: Sizes): Float64Array {
  const choices = new Float64Array(Math.floor((first * second) / 2) + 1)
  choices[0] = 1
  for (let step = 1; step <= first; step++) {
    const other = second + step
    for (let u = choices.length - 1; u >= other; u--) choices[u] = (choices[u] ?? 0) - (choices[u - other] ?? 0)
    for (let u = step; u < choices.length; u++) choices[u] = (choices[u] ?? 0) + (choices[u - step] ?? 0)
  }
  return choices
}
