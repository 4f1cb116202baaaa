import { lnGamma } from './ln-gamma.js'

/** Natural logarithm of the beta function for `a` and `b` above 0 (NIST DLMF 5.12.1). */
export function lnBeta(a: number, b: number): number {
  return lnGamma(a) + lnGamma(b) - lnGamma(a + b)
}
