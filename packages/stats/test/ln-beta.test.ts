import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lnBeta } from '../src/ln-beta.js'

describe('lnBeta', () => {
  // By mpmath 1.3 with 30 digits.
  test.each([
    [1e6, 0.5, -6.335390211057437],
    [200, 300, -337.98011306546465],
    [15, 15, -20.87459660169064],
    [1e8, 3, -54.56889508129715],
  ])('of %d and %d keeps all its digits', (a, b, expected) => {
    expect(Math.abs(lnBeta(a, b) / expected - 1)).toBeLessThan(1e-14)
    expect(lnBeta(b, a)).toBe(lnBeta(a, b))
  })

  test('keeps its recurrence B(a + 1, b) = B(a, b) a / (a + b)', () => {
    const parameter = fc.double({ min: 1e-3, max: 1e9, noNaN: true })
    fc.assert(
      fc.property(parameter, parameter, (a, b) => {
        const gap = lnBeta(a + 1, b) - lnBeta(a, b) - Math.log(a / (a + b))
        expect(Math.abs(gap)).toBeLessThan(1e-12 * (1 + Math.abs(lnBeta(a, b))))
      }),
    )
  })
})
