import { describe, expect, test } from '@jest/globals'
import { logNormalLimits } from '../src/log-normal-limits.js'
import { meanDeviation } from '../src/mean-deviation.js'
import { predictionLimits } from '../src/prediction-limits.js'

function expectLimits(actual: { readonly low: number; readonly high: number } | null, low: number, high: number): void {
  expect(actual?.low).toBeCloseTo(low, 12)
  expect(actual?.high).toBeCloseTo(high, 12)
}

// Limits of bencherdev/bencher, lib/bencher_boundary/src/limits and its explanation of thresholds.
describe('the limits of one more value', () => {
  test("are Bencher's of six values around 0", () => {
    expectLimits(predictionLimits({ count: 6, mean: 0, deviation: 1 }, 0.85), -1.2483714094976244, 1.2483714094976244)
  })

  test("are those of Bencher's explanation: 25 values, 100 ± 10, at 0.977", () => {
    const limits = predictionLimits({ count: 25, mean: 100, deviation: 10 }, 0.977)
    expect([limits?.low.toFixed(2), limits?.centre, limits?.high.toFixed(2)]).toEqual(['78.54', 100, '121.46'])
  })

  test('widen where less is known', () => {
    const highs = [2, 3, 5, 10, 100].map((count) => predictionLimits({ count, mean: 0, deviation: 1 }, 0.99)?.high ?? 0)
    expect(highs).toEqual(highs.toSorted((left, right) => right - left))
    expect(highs.at(-1)).toBeGreaterThan(2.326)
  })

  test('are none of one value, and none of equal ones', () => {
    expect(predictionLimits(meanDeviation([5]), 0.99)).toBeNull()
    expect(predictionLimits(meanDeviation([5, 5, 5]), 0.99)).toBeNull()
  })
})

describe('the limits of log-normal values', () => {
  test("are Bencher's of 1 to 5, six times each", () => {
    const values = Array.from({ length: 30 }, (_, at) => 1 + (at % 5))
    const limits = logNormalLimits(values, 0.85)
    expect(limits?.centre).toBeCloseTo(2.6051710846973517, 12)
    expectLimits(limits, 0.467218645251152, 4.743123524143551)
  })

  test('are none with a value of 0 or below, none of one value, and none of equal ones', () => {
    for (const values of [[0, 1, 2], [-1, 1, 2], [1], [3, 3], []]) expect(logNormalLimits(values, 0.99)).toBeNull()
  })
})
