/** Where Stirling's series with seven terms is good to the last bits of a double. */
export const STIRLING_FROM = 15

export const HALF_LN_TWO_PI = 0.9189385332046727

/**
 * Natural logarithm of the gamma function for `x` above 0. Stirling's series (NIST DLMF 5.11.1), reached from small `x`
 * by the recurrence gamma(x + 1) = x gamma(x) (5.5.1).
 */
export function lnGamma(x: number): number {
  let product = 1
  let large = x
  while (large < STIRLING_FROM) product *= large++
  return (large - 0.5) * Math.log(large) - large + HALF_LN_TWO_PI + stirlingSeries(large) - Math.log(product)
}

/**
 * What Stirling's formula (x - 1/2) ln x - x + ln(2 pi) / 2 lacks of ln gamma(x), for `x` from {@link STIRLING_FROM} on:
 * the terms B(2k) / (2k (2k - 1) x^(2k - 1)) with the Bernoulli numbers B, k from 1 to 7, written as nested products.
 */
export function stirlingSeries(x: number): number {
  const y = 1 / (x * x)
  return (1 / 12 - y * (1 / 360 - y * (1 / 1260 - y * (1 / 1680 - y * (1 / 1188 - y * (691 / 360360 - y / 156)))))) / x
}
