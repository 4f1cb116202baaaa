import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compareDecimals, parseDecimal } from '../../src/model/decimal.js'

describe('an exact decimal', () => {
  test('keeps its digits as integers', () => {
    expect(parseDecimal('84.50')).toEqual({ units: 8450n, scale: 2 })
    expect(parseDecimal('-0.1')).toEqual({ units: -1n, scale: 1 })
  })

  test.each(['', '.5', '5.', '1e3', '1,5', '0x1', 'NaN', '1 2', '9'.repeat(16)])('%p is none', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  test('compares as numbers do, whatever the number of digits', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e6, max: 1e6 }), fc.integer({ min: -1e6, max: 1e6 }), (left, right) => {
        const [a, b] = [parseDecimal((left / 100).toFixed(2)), parseDecimal((right / 100).toFixed(4))]
        if (a === null || b === null) throw new Error('not parsed')
        expect(Math.sign(compareDecimals(a, b))).toBe(Math.sign(left - right))
      }),
    )
  })
})
