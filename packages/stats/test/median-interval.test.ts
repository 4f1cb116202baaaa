import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { fewestForInterval, medianInterval, medianPlaces, relativeSpread } from '../src/median-interval.js'

const NEVER = Number.NEGATIVE_INFINITY
const EVER = Number.POSITIVE_INFINITY

describe('the interval of a median', () => {
  // benchmath/assumption_test.go of golang/perf, TestSummaryNone.
  test.each([
    [[-10, 2, 3, 4, 5, 6], 0.95, { median: 3.5, low: -10, high: 6, confidence: 0.96875 }],
    [[-10, 2, 3, 4, 5, 6], 0.99, { median: 3.5, low: NEVER, high: EVER, confidence: 1 }],
    [[-10, 2, 3, 4, 5, 6], 1, { median: 3.5, low: NEVER, high: EVER, confidence: 1 }],
    [[2, 1], 0, { median: 1.5, low: 1, high: 2, confidence: 0.5 }],
    [[1], 0.95, { median: 1, low: NEVER, high: EVER, confidence: 1 }],
  ])('of %j at %d', (values, confidence, expected) => {
    expect(medianInterval(values, confidence)).toEqual(expected)
  })

  // stats/quantileci_test.go of go-moremath f10218a, those of the median.
  test.each([
    [4, 0.001, 2, 3, 0.375],
    [4, 0.375, 2, 3, 0.375],
    [4, 0.3750001, 1, 3, 0.625],
    [4, 1, 0, 5, 1],
    [4, 0.99, 0, 5, 1],
    [4, 0.9275, 0, 4, 0.9375],
    [5, 0.001, 2, 3, 0.3125],
    [5, 0.3125, 2, 3, 0.3125],
    [5, 0.3125001, 2, 4, 0.625],
    [5, 0.95875, 0, 5, 0.96875],
  ])('of %i values at %d is from place %i to %i', (count, confidence, low, high, actual) => {
    expect(medianPlaces(count, confidence)).toEqual({ low, high, confidence: actual })
  })

  // The same library for many values, where it takes the normal distribution; its confidence to 15 digits.
  test.each([
    [31, 0.95, 10, 22, 0.9688587894042033],
    [100, 0.95, 40, 60, 0.9534190196211817],
    [31, 0.9999999999999, 0, 32, 1],
  ])('of %i values at %d is from place %i to %i by the normal distribution', (count, confidence, low, high, actual) => {
    const places = medianPlaces(count, confidence)
    expect(places).toMatchObject({ low, high })
    expect(places.confidence).toBeCloseTo(actual, 12)
  })

  test('is as sure as was asked for, and as narrow as that allows', () => {
    const confidences = fc.double({ min: 0.01, max: 0.9999, noNaN: true })
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), confidences, (count, confidence) => {
        const { low, high, confidence: actual } = medianPlaces(count, confidence)
        expect(actual).toBeGreaterThanOrEqual(confidence)
        expect(low).toBeLessThan(high)
        expect(chanceBetween(low, high, count)).toBeCloseTo(actual, 2)
        if (count <= 30) expect(chanceBetween(low + 1, high - 1, count)).toBeLessThan(confidence)
      }),
    )
  })

  test('is nothing of nothing', () => {
    expect(medianInterval([], 0.95)).toMatchObject({ median: Number.NaN, low: NEVER, high: EVER })
  })
})

/** Binomial, added up from its logarithms. */
function chanceBetween(low: number, high: number, count: number): number {
  let [sum, ln] = [0, -count * Math.LN2]
  for (let below = 0; below < high; below++) {
    if (below >= low) sum += Math.exp(ln)
    ln += Math.log((count - below) / (below + 1))
  }
  return sum
}

// benchmath/assumption_test.go of golang/perf, TestMedianSamples.
test.each([
  [0.95, 6],
  [0.99, 8],
  [0, 2],
  [1, EVER],
])('an interval at %d takes %d values', (confidence, values) => {
  expect(fewestForInterval(confidence)).toBe(values)
  if (values > 2 && values < EVER) expect(medianPlaces(values - 1, confidence).low).toBe(0)
})

test.each([
  [{ median: 100, low: 99, high: 103 }, 0.03],
  [{ median: 100, low: 95, high: 103 }, 0.05],
  [{ median: -100, low: -105, high: -99 }, 0.05],
  [{ median: 0, low: 0, high: 0 }, 0],
  [{ median: 1, low: -1, high: 2 }, null],
  [{ median: 1, low: 0, high: 2 }, null],
  [{ median: 1, low: NEVER, high: EVER }, EVER],
])('%j reaches %d beside its centre', (interval, spread) => {
  const actual = relativeSpread(interval)
  if (spread === null || spread === EVER) expect(actual).toBe(spread)
  else expect(actual).toBeCloseTo(spread, 12)
})
