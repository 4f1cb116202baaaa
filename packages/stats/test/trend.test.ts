import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { mannKendall } from '../src/mann-kendall.js'
import { theilSenSlope } from '../src/theil-sen.js'

describe('the test of Mann and Kendall', () => {
  test('counts pairs that rise, with the variance n (n - 1) (2 n + 5) / 18 less that of ties', () => {
    const rising = mannKendall([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    expect(rising.score).toBe(45)
    expect(rising.z).toBeCloseTo(44 / Math.sqrt(125), 12)
    const tied = mannKendall([1, 1, 2, 3])
    expect(tied.score).toBe(5)
    expect(tied.z).toBeCloseTo(4 / Math.sqrt((156 - 18) / 18), 12)
  })

  test('says nothing of equal values, of one and of none', () => {
    for (const values of [[], [1], [2, 2, 2]]) expect(mannKendall(values)).toEqual({ score: 0, z: 0 })
  })

  test('falls backwards as it rises forwards', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { maxLength: 30 }), (values) => {
        const [forwards, backwards] = [mannKendall(values), mannKendall(values.toReversed())]
        expect(backwards.score + forwards.score).toBe(0)
        expect(backwards.z + forwards.z).toBeCloseTo(0, 12)
      }),
    )
  })
})

describe('the slope of Theil and Sen', () => {
  test('is that of the line, whatever one value in five is', () => {
    expect(theilSenSlope([3, 5, 7, 9, 11])).toBe(2)
    expect(theilSenSlope([3, 5, 1_000, 9, 11])).toBe(2)
    expect(theilSenSlope([3, Number.NaN, 7, 9, 11])).toBe(2)
    expect(theilSenSlope([1])).toBeNaN()
  })
})
