import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { madDeviation } from '../src/mad.js'
import { median } from '../src/median.js'

describe('the median', () => {
  test.each([
    [[3], 3],
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[Number.MAX_VALUE, Number.MAX_VALUE], Number.MAX_VALUE],
    [[-1, 1e300, 1e308, 1.5e308], 5.00000005e307],
  ])('of %j', (values, expected) => {
    expect(median(values) / expected).toBeCloseTo(1, 12)
  })

  test('of nothing is no number', () => {
    expect(median([])).toBeNaN()
  })

  test('has as many values above as below', () => {
    fc.assert(
      fc.property(fc.array(fc.integer(), { minLength: 1 }), (values) => {
        const middle = median(values)
        const above = values.filter((value) => value > middle).length
        const below = values.filter((value) => value < middle).length
        expect(Math.max(above, below)).toBeLessThanOrEqual(values.length / 2)
      }),
    )
  })
})

describe('the deviation by the median', () => {
  test('is that of a normal distribution, and no spike counts', () => {
    const quantiles = [-1.5, -1, -0.6744897501960817, 0, 0.6744897501960817, 1, 1.5]
    expect(madDeviation(quantiles)).toBeCloseTo(1.482602218505602, 12)
    expect(madDeviation([...quantiles.slice(0, 6), 1e9])).toBeCloseTo(1.482602218505602, 12)
  })

  test('is 0 where most are equal, and no number of none', () => {
    expect(madDeviation([5, 5, 5, 9])).toBe(0)
    expect(madDeviation([])).toBeNaN()
  })
})
