import { describe, expect, test } from '@jest/globals'
import { meanDeviation } from '../src/mean-deviation.js'

describe('a mean and its deviation', () => {
  // lib/bencher_boundary/src/mean.rs of bencherdev/bencher.
  test.each([
    [[1, 2, 3], { count: 3, mean: 2, deviation: 1 }],
    [[1, 2, 3, 4, 5], { count: 5, mean: 3, deviation: 1.5811388300841898 }],
    [[7, 7], { count: 2, mean: 7, deviation: 0 }],
    [[7], { count: 1, mean: 7, deviation: Number.NaN }],
    [[], { count: 0, mean: Number.NaN, deviation: Number.NaN }],
  ])('of %j', (values, expected) => {
    expect(meanDeviation(values)).toEqual(expected)
  })

  test('keeps its digits far from 0', () => {
    expect(meanDeviation([1e9 + 1, 1e9 + 2, 1e9 + 3])).toEqual({ count: 3, mean: 1e9 + 2, deviation: 1 })
  })
})
