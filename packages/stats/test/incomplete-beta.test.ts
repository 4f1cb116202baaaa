import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { incompleteBeta } from '../src/incomplete-beta.js'

const at = (x: number) => ({ x, rest: 1 - x })
const shape = fc.double({ min: 0.05, max: 500, noNaN: true })
const share = fc.double({ min: 0, max: 1, noNaN: true })

describe('incompleteBeta', () => {
  // By mpmath 1.3 with 30 digits.
  test.each([
    [0.4, 5, 3, 0.096256],
    [0.01, 0.5, 24, 0.5104074482388232],
    [0.38, 200, 300, 0.1809300118422038],
    [0.999, 1000, 0.5, 0.157247274266724],
  ])('of %d for %d and %d is right to twelve digits', (x, a, b, expected) => {
    expect(Math.abs(incompleteBeta(at(x), a, b) / expected - 1)).toBeLessThan(1e-12)
  })

  test('is a power where one parameter is 1', () => {
    fc.assert(
      fc.property(share, shape, (x, a) => {
        expect(incompleteBeta(at(x), a, 1)).toBeCloseTo(x ** a, 12)
        expect(incompleteBeta(at(x), 1, a)).toBeCloseTo(1 - (1 - x) ** a, 12)
      }),
    )
  })

  test('is the chance of at least k hits in n trials (NIST DLMF 8.17.5)', () => {
    const chance = 0.3
    const trials = [0, 1, 2, 3, 4, 5, 6].map((hits) => BINOMIAL_6[hits] ?? 0)
    for (let hits = 1; hits <= 6; hits++) {
      const atLeast = trials.reduce(
        (sum, ways, count) => sum + (count < hits ? 0 : ways * chance ** count * (1 - chance) ** (6 - count)),
        0,
      )
      expect(incompleteBeta(at(chance), hits, 6 - hits + 1)).toBeCloseTo(atLeast, 14)
    }
  })

  test('keeps its symmetry and its bounds, and never falls', () => {
    fc.assert(
      fc.property(share, share, shape, shape, (x, y, a, b) => {
        const value = incompleteBeta(at(x), a, b)
        expect(value).toBeGreaterThanOrEqual(0)
        expect(value).toBeLessThanOrEqual(1)
        expect(value + incompleteBeta({ x: 1 - x, rest: x }, b, a)).toBeCloseTo(1, 11)
        if (x <= y) expect(value).toBeLessThanOrEqual(incompleteBeta(at(y), a, b) + 1e-12)
      }),
    )
  })

  test('is nothing at 0, all at 1, and nothing that can be said of NaN', () => {
    expect(incompleteBeta(at(0), 2, 3)).toBe(0)
    expect(incompleteBeta(at(1), 2, 3)).toBe(1)
    expect(incompleteBeta(at(Number.NaN), 2, 3)).toBeNaN()
  })
})

/** Ways to hit 0 to 6 times in 6 trials. */
const BINOMIAL_6 = [1, 6, 15, 20, 15, 6, 1]
