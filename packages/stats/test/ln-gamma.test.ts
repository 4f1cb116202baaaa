import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lnBeta } from '../src/ln-beta.js'
import { lnGamma } from '../src/ln-gamma.js'

describe('lnGamma', () => {
  test('is the logarithm of the factorial at whole numbers', () => {
    expect(lnGamma(1)).toBeCloseTo(0, 13)
    expect(lnGamma(2)).toBeCloseTo(0, 13)
    expect(lnGamma(11)).toBeCloseTo(Math.log(3_628_800), 12)
  })

  test('is half the logarithm of pi at one half', () => {
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.PI) / 2, 14)
  })

  test('keeps its recurrence everywhere', () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-6, max: 1e6, noNaN: true }), (x) => {
        const gap = lnGamma(x + 1) - lnGamma(x) - Math.log(x)
        expect(Math.abs(gap)).toBeLessThan(1e-8 + 1e-14 * lnGamma(x + 1))
      }),
    )
  })

  test('gives the beta function its known values', () => {
    expect(lnBeta(1, 1)).toBeCloseTo(0, 13)
    expect(lnBeta(2, 3)).toBeCloseTo(Math.log(1 / 12), 13)
    expect(lnBeta(0.5, 0.5)).toBeCloseTo(Math.log(Math.PI), 13)
  })
})
