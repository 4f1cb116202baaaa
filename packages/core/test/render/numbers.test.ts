import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { reachesFloor, staysWithinDrop } from '../../src/limits/threshold.js'
import {
  formatFraction,
  formatInteger,
  formatPercent,
  formatPercentPair,
  formatPoints,
} from '../../src/render/numbers.js'

const ratios = fc
  .record({ denominator: fc.integer({ min: 1, max: 1_000_000 }), share: fc.double({ min: 0, max: 1, noNaN: true }) })
  .map(({ denominator, share }) => ({ numerator: Math.round(share * denominator), denominator }))
const limits = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => (hundredths / 100).toString())

function shown(text: string): number {
  return Number.parseFloat(text.replaceAll(',', ''))
}

test.each([
  [0, '0'],
  [999, '999'],
  [1000, '1,000'],
  [-8412, '-8,412'],
  [9007199254740991, '9,007,199,254,740,991'],
])('%d reads %s', (value, expected) => {
  expect(formatInteger(value)).toBe(expected)
})

describe('formatPercent', () => {
  test.each([
    [17, 20, '90', '85.0 %'],
    [84_996, 100_000, '85', '84.996 %'],
    [85_004, 100_000, '85', '85.004 %'],
    [85, 100, '85', '85.0 %'],
    [8471, 10_000, '84.71', '84.71 %'],
    [1, 3, null, '33.3 %'],
    [9999, 10_000, null, '99.99 %'],
    [1, 100_000, null, '0.001 %'],
    [10, 10, '100', '100 %'],
    [0, 10, null, '0 %'],
    [0, 0, '85', '–'],
    [-1, 8, null, '-12.5 %'],
    [9_007_199_254_740_990, 9_007_199_254_740_991, '100', '99.99999999999999 %'],
  ])('%d of %d against %s reads %s', (numerator, denominator, limit, expected) => {
    expect(formatPercent({ numerator, denominator }, limit)).toBe(expected)
  })

  test('what is shown passes its limit exactly when the value does', () => {
    fc.assert(
      fc.property(ratios, limits, (ratio, limit) => {
        expect(shown(formatPercent(ratio, limit)) >= Number(limit)).toBe(reachesFloor(ratio, limit))
      }),
    )
  })

  test('0 % and 100 % stand for exactly that', () => {
    fc.assert(
      fc.property(ratios, limits, (ratio, limit) => {
        const value = shown(formatPercent(ratio, limit))
        expect([value === 0, value === 100]).toEqual([ratio.numerator === 0, ratio.numerator === ratio.denominator])
      }),
    )
  })
})

describe('formatFraction', () => {
  test.each([
    [{ numerator: 8412, denominator: 9930 }, 'lines', '8,412 of 9,930 lines (84.7 %)'],
    [{ numerator: 8412, denominator: 9930 }, null, '8,412 of 9,930 (84.7 %)'],
    [{ numerator: 0, denominator: 0 }, 'lines', 'no lines'],
    [{ numerator: 0, denominator: 0 }, null, '–'],
  ])('%j of %s reads %s', (ratio, counted, expected) => {
    expect(formatFraction(ratio, { counted, percent: formatPercent(ratio, null) })).toBe(expected)
  })
})

describe('formatPercentPair', () => {
  test('shows one digit more than the limit has', () => {
    const pair = formatPercentPair(
      { numerator: 8412, denominator: 9930 },
      { numerator: 8395, denominator: 9910 },
      '0.1',
    )
    expect(pair).toEqual({ actual: '84.71 %', baseline: '84.71 %' })
  })

  test('shows as many digits as it takes for the drop to fall on its side of the limit', () => {
    const actual = { numerator: 846_051, denominator: 1_000_000 }
    const baseline = { numerator: 847_050, denominator: 1_000_000 }
    expect(formatPercentPair(actual, baseline, '0.1')).toEqual({ actual: '84.6051 %', baseline: '84.7050 %' })
  })

  test('the drop that is shown passes exactly when the true one does', () => {
    fc.assert(
      fc.property(ratios, ratios, limits, (actual, baseline, limit) => {
        const pair = formatPercentPair(actual, baseline, limit)
        const drop = shown(pair.baseline) - shown(pair.actual)
        expect(drop <= Number(limit) + 1e-9).toBe(staysWithinDrop(actual, baseline, limit))
      }),
    )
  })
})

test.each([
  [[846, 1000], [847, 1000], '-0.10 points'],
  [[850, 1000], [847, 1000], '+0.30 points'],
  [[1, 2], [2, 4], '±0 points'],
  [[500_000, 1_000_000], [500_001, 1_000_000], '-0.0001 points'],
  [[0, 0], [1, 2], '–'],
] as const)('%j after %j reads %s', ([a, b], [c, d], expected) => {
  expect(formatPoints({ numerator: a, denominator: b }, { numerator: c, denominator: d })).toBe(expected)
})
