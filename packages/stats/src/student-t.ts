import { incompleteBeta } from './incomplete-beta.js'
import { lnBeta } from './ln-beta.js'

/** Two of Newton's steps within so small a part of the value mean that nothing more is to be had. */
const CLOSE_ENOUGH = 4 * Number.EPSILON

/** A search that halves its bounds in each step would be through. */
const MOST_STEPS = 2_000

/**
 * The chance that Student's t with `df` degrees of freedom (above 0) lies at least as far from 0 as `t`, on either side:
 * I(df / (df + t^2); df / 2, 1/2), the regularised incomplete beta function (Abramowitz and Stegun 26.7.1 with 26.5.27).
 * Right to twelve digits up to 10,000 degrees of freedom, to ten up to a million. 0 where t^2 is more than a double holds,
 * NaN of NaN.
 */
export function studentTTwoSided(t: number, df: number): number {
  if (!Number.isFinite(t)) return Number.isNaN(t) ? Number.NaN : 0
  const square = t * t
  const x = df / (df + square)
  return incompleteBeta({ x, rest: x > 0 ? square / (df + square) : 1 }, df / 2, 0.5)
}

/** The chance that Student's t with `df` degrees of freedom is at most `t`. */
export function studentTCdf(t: number, df: number): number {
  const tail = studentTTwoSided(t, df) / 2
  return t > 0 ? 1 - tail : tail
}

/**
 * The t below which Student's t with `df` degrees of freedom lies with the chance `p`: the inverse of
 * {@link studentTCdf}. -Infinity of 0, Infinity of 1, NaN of what is no chance.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(p >= 0 && p <= 1)) return Number.NaN
  if (p === 0.5) return 0
  return p < 0.5 ? -distanceOfTail(p, df) : distanceOfTail(1 - p, df)
}

/**
 * Newton's method on the logarithm of the tail, which is nearly straight where the tail itself is not; a step that leaves
 * the bounds known so far halves them instead.
 */
function distanceOfTail(tail: number, df: number): number {
  if (tail === 0) return Number.POSITIVE_INFINITY
  let low = 0
  let high = Number.POSITIVE_INFINITY
  let t = 0
  for (let step = 0; step < MOST_STEPS; step++) {
    const reached = studentTTwoSided(t, df) / 2
    if (reached > tail) low = t
    else high = t
    const newton = t + (Math.log(reached / tail) * reached) / density(t, df)
    const next = newton > low && newton < high ? newton : between(low, high)
    if (Math.abs(next - t) <= CLOSE_ENOUGH * next) return next
    t = next
  }
  return t
}

function between(low: number, high: number): number {
  return high === Number.POSITIVE_INFINITY ? 2 * low + 1 : low + (high - low) / 2
}

/** Abramowitz and Stegun 26.7.1: (1 + t^2 / df)^(-(df + 1) / 2) / (sqrt(df) B(1/2, df / 2)). */
function density(t: number, df: number): number {
  return Math.exp((-(df + 1) / 2) * Math.log1p((t * t) / df) - lnBeta(0.5, df / 2) - Math.log(df) / 2)
}
