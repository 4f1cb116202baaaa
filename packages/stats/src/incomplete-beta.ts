import { lnBeta } from './ln-beta.js'

/** A share of 1 and what it leaves, both given: near 0 or 1 the subtraction would lose the digits that matter. */
export interface Share {
  readonly x: number
  /** 1 - x */
  readonly rest: number
}

/** Far more than any arguments need: their number grows with the root of the larger one. */
const MOST_STEPS = 100_000

/** In place of a denominator of 0. */
const TINY = 1e-300

/**
 * Regularised incomplete beta function I of `x` from 0 to 1, for `a` and `b` above 0: the chance that a variable with the
 * distribution Beta(a, b) is at most `x`. By the continued fraction of NIST DLMF 8.17.22 where it converges fast, else by
 * the symmetry I(x; a, b) = 1 - I(1 - x; b, a) (8.17.4).
 */
export function incompleteBeta({ x, rest }: Share, a: number, b: number): number {
  if (!(x > 0)) return Number.isNaN(x) ? Number.NaN : 0
  if (!(rest > 0)) return 1
  const lnFront = a * lnShare(x, rest) + b * lnShare(rest, x) - lnBeta(a, b)
  if (x * (a + b + 2) < a + 1) return (Math.exp(lnFront) * continuedFraction(x, a, b)) / a
  return 1 - (Math.exp(lnFront) * continuedFraction(rest, b, a)) / b
}

function lnShare(x: number, rest: number): number {
  return x > 0.5 ? Math.log1p(-rest) : Math.log(x)
}

/** By the algorithm of Lentz as modified by Thompson and Barnett (Numerical Recipes, 3rd edition, 5.2 and 6.4). */
function continuedFraction(x: number, a: number, b: number): number {
  let c = 1
  let d = 1 / awayFromZero(1 - ((a + b) * x) / (a + 1))
  let value = d
  for (let step = 1; step <= MOST_STEPS; step++) {
    const twice = a + 2 * step
    const even = (step * (b - step) * x) / ((twice - 1) * twice)
    d = 1 / awayFromZero(1 + even * d)
    c = awayFromZero(1 + even / c)
    value *= c * d
    const odd = (-(a + step) * (a + b + step) * x) / (twice * (twice + 1))
    d = 1 / awayFromZero(1 + odd * d)
    c = awayFromZero(1 + odd / c)
    value *= c * d
    if (Math.abs(c * d - 1) <= Number.EPSILON) break
  }
  return value
}

function awayFromZero(value: number): number {
  return Math.abs(value) < TINY ? TINY : value
}
