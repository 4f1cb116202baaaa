import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { rateUpperBound } from '../src/rate-bound.js'

describe('the upper bound of a rate', () => {
  // The first is the example of R's binom.test; the others are by scipy 1.17.1, beta.ppf(confidence, hits + 1, trials - hits).
  test.each([
    [682, 925, 0.975, 0.7654066],
    [0, 10, 0.95, 0.2588655508930522],
    [1, 200, 0.95, 0.023498470434950704],
    [2, 600, 0.95, 0.010455489384196767],
    [5, 100, 0.99, 0.12585173069767863],
    [0, 600, 0.95, 0.004980443380361347],
  ])('after %i of %i at %d', (hits, trials, confidence, bound) => {
    expect(rateUpperBound({ hits, trials }, confidence)).toBeCloseTo(bound, hits === 682 ? 7 : 12)
  })

  test('is 1 where everything was a hit, and where nothing was tried', () => {
    expect(rateUpperBound({ hits: 5, trials: 5 }, 0.95)).toBe(1)
    expect(rateUpperBound({ hits: 0, trials: 0 }, 0.95)).toBe(1)
  })

  test('of no hits has a closed form', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 100_000 }),
        fc.double({ min: 0.01, max: 0.999, noNaN: true }),
        (trials, sure) => {
          const exact = -Math.expm1(Math.log1p(-sure) / trials)
          expect(rateUpperBound({ hits: 0, trials }, sure) / exact).toBeCloseTo(1, 9)
        },
      ),
    )
  })

  test('lies above the rate that was seen, and rises with each hit', () => {
    fc.assert(
      fc.property(fc.nat(2000), fc.integer({ min: 1, max: 2000 }), (hits, misses) => {
        const trials = hits + misses
        const bound = rateUpperBound({ hits, trials }, 0.95)
        expect(bound).toBeGreaterThan(hits / trials)
        expect(rateUpperBound({ hits: hits + 1, trials }, 0.95)).toBeGreaterThan(bound)
      }),
    )
  })
})
