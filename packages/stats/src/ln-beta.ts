import { HALF_LN_TWO_PI, lnGamma, STIRLING_FROM, stirlingSeries } from './ln-gamma.js'

/**
 * Natural logarithm of the beta function for `a` and `b` above 0 (NIST DLMF 5.12.1). Of large arguments Stirling's
 * formulas are subtracted term by term (5.11.1): the three logarithms themselves are so large that their difference would
 * keep only half of its digits.
 */
export function lnBeta(a: number, b: number): number {
  const small = Math.min(a, b)
  const large = Math.max(a, b)
  if (large < STIRLING_FROM) return lnGamma(a) + lnGamma(b) - lnGamma(a + b)
  const shared = (large - 0.5) * Math.log1p(small / large) + stirlingSeries(a + b) - stirlingSeries(large)
  if (small < STIRLING_FROM) return lnGamma(small) - small * Math.log(a + b) + small - shared
  return HALF_LN_TWO_PI - Math.log(small) / 2 + small * Math.log(small / (a + b)) + stirlingSeries(small) - shared
}
