/** From here on outwards the continued fraction is used; nearer to 0 the series, which there loses no digits. */
const TAIL_FROM = 2
/** Enough for all digits of a double at {@link TAIL_FROM}; further out fewer would do. */
const FRACTION_TERMS = 120

const INVERSE_SQRT_TWO_PI = 0.3989422804014327

/**
 * Chance that a value of the standard normal distribution is at most `z`, with the full relative precision of a double in
 * the lower tail too: near 0 by the series of NIST DLMF 7.6.2, else by the continued fraction of Abramowitz and Stegun
 * 26.2.14. For the upper tail ask for `normalCdf(-z)`.
 */
export function normalCdf(z: number): number {
  if (z > TAIL_FROM) return 1 - tailBeyond(z)
  return z < -TAIL_FROM ? tailBeyond(-z) : 0.5 + normalDensity(z) * oddSeries(z)
}

/**
 * The value that a standard normal variable stays below with chance `p`: the inverse of {@link normalCdf}. -Infinity at 0,
 * Infinity at 1, NaN outside. A rational approximation (Abramowitz and Stegun 26.2.23, off by at most 0.00045), then two
 * steps of Halley's method, each of which triples the correct digits.
 */
export function normalQuantile(p: number): number {
  if (p > 0.5) return -normalQuantile(1 - p)
  if (p === 0) return Number.NEGATIVE_INFINITY
  if (!(p > 0)) return Number.NaN
  return halleyStep(halleyStep(roughQuantile(p), p), p)
}

function normalDensity(z: number): number {
  return INVERSE_SQRT_TWO_PI * Math.exp((-z * z) / 2)
}

/** z + z^3 / 3 + z^5 / (3 5) + z^7 / (3 5 7) + ... */
function oddSeries(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > Number.EPSILON * Math.abs(sum) * 0.1; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return sum
}

/** density / (z + 1 / (z + 2 / (z + 3 / (z + ...)))), from the inside outwards. */
function tailBeyond(z: number): number {
  let fraction = z
  for (let term = FRACTION_TERMS; term > 0; term--) fraction = z + term / fraction
  return normalDensity(z) / fraction
}

/** For the lower half, so the result is at most about 0. */
function roughQuantile(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p))
  const above = 2.515517 + t * (0.802853 + t * 0.010328)
  const below = 1 + t * (1.432788 + t * (0.189269 + t * 0.001308))
  return above / below - t
}

function halleyStep(z: number, p: number): number {
  const error = (normalCdf(z) - p) / normalDensity(z)
  return z - error / (1 + (z * error) / 2)
}
