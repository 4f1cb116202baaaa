import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { median } from '../src/median.js'
import { quantile } from '../src/quantile.js'

const finite = fc.double({ min: -1e9, max: 1e9, noNaN: true })

describe('a quantile', () => {
  // lib/bencher_boundary/src/quartiles.rs of bencherdev/bencher.
  test.each([
    [[1], [1, 1, 1]],
    [
      [1, 2],
      [1.25, 1.5, 1.75],
    ],
    [
      [3, 1, 2],
      [1.5, 2, 2.5],
    ],
    [
      [-1, -2, -3, -4, -5],
      [-4, -3, -2],
    ],
    [
      [-6, -6, 1, 1, 9, 9],
      [-4.25, 1, 7],
    ],
  ])('of %j is a quartile of %j', (values, quartiles) => {
    expect([0.25, 0.5, 0.75].map((share) => quantile(values, share))).toEqual(quartiles)
  })

  test('is the smallest value at 0, the largest at 1, the median in the middle', () => {
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), (values) => {
        expect(quantile(values, 0)).toBe(Math.min(...values) + 0)
        expect(quantile(values, 1)).toBe(Math.max(...values) + 0)
        expect(quantile(values, 0.5)).toBeCloseTo(median(values), 5)
      }),
    )
  })

  test('never falls as the share rises', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true })
    fc.assert(
      fc.property(fc.array(finite, { minLength: 1 }), share, share, (values, one, other) => {
        const [low, high] = [quantile(values, Math.min(one, other)), quantile(values, Math.max(one, other))]
        expect(low).toBeLessThanOrEqual(high + 1e-6)
      }),
    )
  })

  test('is none of no value, and none outside of all values', () => {
    expect([quantile([], 0.5), quantile([1, 2], -0.1), quantile([1, 2], 1.1)]).toEqual([
      Number.NaN,
      Number.NaN,
      Number.NaN,
    ])
  })

  test('is never -0, which no JSON keeps', () => {
    expect([quantile([-0], 0), quantile([-0, 0], 0.5)]).toEqual([0, 0])
  })

  test('is an infinite value where that is what there is', () => {
    expect(quantile([1, 2, Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY], 0.9)).toBe(Number.POSITIVE_INFINITY)
  })
})
