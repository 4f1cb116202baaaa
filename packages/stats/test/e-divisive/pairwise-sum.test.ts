import { describe, expect, test } from '@jest/globals'
import { pairwiseSum } from '../../src/e-divisive/pairwise-sum.js'

describe('pairwiseSum', () => {
  // Recorded from numpy 2.2: `numpy.sum(numpy.full(n, 0.1))`.
  test.each([
    [5, 0.5],
    [8, 0.8],
    [20, 2.0000000000000004],
    [100, 9.999999999999998],
    [129, 12.899999999999999],
    [300, 29.999999999999996],
    [1000, 100.00000000000001],
  ])('of %d tenths is that of NumPy to the last bit', (count, sum) => {
    expect(pairwiseSum(new Float64Array(count).fill(0.1), 0, count)).toBe(sum)
  })

  test('takes only what lies between its ends', () => {
    const values = Float64Array.from({ length: 40 }, (_, at) => at)
    expect(pairwiseSum(values, 10, 30)).toBe(390)
    expect(pairwiseSum(values, 7, 7)).toBe(0)
  })
})
