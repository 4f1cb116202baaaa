import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { plainChangePoints } from '../../../../scripts/bench/plain-change-points.mjs'
import { createChangePointFinder, findSeriesChangePoints } from '../../src/e-divisive/find-series-change-points.js'
import type { SeriesChangePoint } from '../../src/e-divisive/series-change-point.js'

const indexes = (points: readonly SeriesChangePoint[]) => points.map(({ index }) => index)

/** What Otava 0.8.0 with SciPy 1.16 answers: index, p-value, magnitude, means. */
type Answer = readonly [number, number, number, number, number]

function expectAnswers(points: readonly SeriesChangePoint[], answers: readonly Answer[]): void {
  expect(indexes(points)).toEqual(answers.map(([index]) => index))
  points.forEach((point, at) => {
    const [, pValue = 0, magnitude, meanBefore, meanAfter] = answers[at] ?? []
    expect(point).toMatchObject({ magnitude, meanBefore, meanAfter })
    expect(Math.abs(point.pValue - pValue)).toBeLessThanOrEqual(1e-12 * pValue)
  })
}

// Apache Otava, tests/series_test.py
const FALLS = [1.02, 0.95, 0.99, 1.0, 1.12, 0.9, 0.5, 0.51, 0.48, 0.48, 0.55]
const FALLS_LITTLE = [2.02, 2.03, 2.01, 2.04, 1.82, 1.85, 1.79, 1.81, 1.8, 1.76, 1.78]
const FROM_ZERO = [0, 0, 0, 1.0, 1.12, 0.9, 0.5, 0.51, 0.48, 0.48, 0.55]
const STAIRS = [...Array(5).fill(1), ...Array(8).fill(5), ...Array(8).fill(9), ...Array(9).fill(3)]
// tests/analysis_test.py
const HALVED = [
  1.02, 0.95, 0.99, 1.0, 1.12, 1.0, 1.01, 0.98, 1.01, 0.96, 0.5, 0.51, 0.48, 0.48, 0.55, 0.5, 0.49, 0.51, 0.5, 0.49,
]
// tests/change_point_divisive_test.py
const THREE_LEVELS = [0.3, 2.4, 1.5, -0.9, -0.5, 99.7, 98.3, 99.1, 149.0, 149.7, 149.5, 149.1, 148.8, 150.0]

describe('findSeriesChangePoints has the answers of Otava', () => {
  test.each<[string, readonly number[], object, readonly Answer[]]>([
    ['a fall', FALLS, {}, [[6, 9.470438654814028e-8, 0.9775132275132277, 0.9966666666666667, 0.504]]],
    ['a small fall', FALLS_LITTLE, {}, [[4, 8.236974073947705e-8, 0.12410785091197463, 2.025, 1.8014285714285714]]],
    ['a fall too small', FALLS_LITTLE, { minMagnitude: 0.2 }, []],
    [
      'a start at zero',
      FROM_ZERO,
      {},
      [
        [3, 4.173296302211678e-5, 1, 0, 1.0066666666666666],
        [6, 1.7722049469947694e-5, 0.9973544973544972, 1.0066666666666666, 0.504],
      ],
    ],
    [
      'stairs without noise',
      STAIRS,
      { maxPValue: 0.05 },
      [
        [5, 0, 4, 1, 5],
        [13, 0, 0.8, 5, 9],
        [21, 0, 2, 9, 3],
      ],
    ],
    [
      'a step between two values that are further from the rest than its noise',
      [100, 100, 100, 100, 101, 1001, 1000, 1000, 1000, 1000, 1000],
      {},
      [[4, 0, 0.010000000000000009, 100, 101]],
    ],
    [
      'a series in small windows',
      HALVED,
      { window: 10, maxPValue: 0.0001 },
      [[10, 1.4271728389900107e-17, 1.003992015968064, 1.004, 0.501]],
    ],
    [
      'three levels',
      THREE_LEVELS,
      {},
      [
        [5, 1.5842520452384315e-11, 175.84523809523816, 0.5599999999999998, 99.03333333333335],
        [8, 1.4165684937109648e-13, 0.5080780881857958, 99.03333333333335, 149.35],
      ],
    ],
  ])('on %s', (_, series, options, answers) => {
    expectAnswers(findSeriesChangePoints(series, options), answers)
  })

  // Recorded from apache-otava 0.8.0: where gains tie, rounding decides.
  const MIRRORED = [1, 1, 1, 5, 5, 5, 5, 5, 1, 1, 1]
  const PAIRS = [3, 3, 4, 4, 3, 3, 4, 4, 9, 9, 8, 8, 9, 9, 8, 8, 3, 3, 4, 4]
  const FEW_VALUES = [
    ...[3, 2, 3, 2, 3, 3, 3, 3, 1, 2, 1, 3, 1, 1, 1, 2, 2, 1, 2, 3, 1, 3, 1, 1, 3, 1, 2, 2, 1, 2],
    ...[2, 2, 2, 4, 4, 3, 2, 2, 2, 2, 2, 2, 2, 2, 3, 3, 2, 4, 4, 4, 2, 2, 4, 2, 3, 3, 2, 3, 3, 2],
  ]

  test('on series of few different values', () => {
    const thrice = [...MIRRORED, ...MIRRORED, ...MIRRORED]
    expect(findSeriesChangePoints(thrice)).toEqual([])
    expect(indexes(findSeriesChangePoints(thrice, { window: 10, maxPValue: 0.01 }))).toEqual([3, 8, 14, 19, 25, 30])
    expectAnswers(findSeriesChangePoints(PAIRS, { window: 7, maxPValue: 0.05 }), [
      [8, 1.0753400543231268e-11, 1.4285714285714284, 3.5, 8.5],
      [16, 4.112256984342336e-7, 1.8333333333333335, 8.5, 3],
      [18, 0, 0.33333333333333326, 3, 4],
    ])
    expectAnswers(findSeriesChangePoints(FEW_VALUES, { window: 20, maxPValue: 0.05 }), [
      [8, 0.0006414420936708641, 0.5988372093023255, 2.75, 1.72],
      [33, 0.00018363187275801973, 1.3255813953488373, 1.72, 4],
      [35, 0.00013052889830400928, 0.7777777777777777, 4, 2.25],
      [47, 1.2502373197861952e-5, 0.7777777777777777, 2.25, 4],
      [50, 0.0045955344163201035, 0.5384615384615383, 4, 2.6],
    ])
  })

  test('with a mean that is older than the last merge', () => {
    const series = [3, 9, 0, 3, 5, 0, 0, 17, 16, 19, 12, 10]
    expectAnswers(findSeriesChangePoints(series), [
      // The mean of what follows is 14.8; 17.3 is that of the next three.
      [7, 6.109945744431048e-5, 5.066666666666666, 2.857142857142857, 17.333333333333332],
    ])
  })
})

/** Levels with noise, from whole numbers: the same seeds give the same series. */
const noisySeries = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 50, max: 200 }), fc.integer({ min: 1, max: 30 })), {
      minLength: 1,
      maxLength: 4,
    }),
    fc.integer({ min: 1, max: 2 ** 31 - 2 }),
  )
  .map(([levels, seed]) => {
    let state = seed
    const noise = () => {
      state = (state * 48_271) % 2_147_483_647
      return state / 2_147_483_647 - 0.5
    }
    return levels.flatMap(([level, length]) => Array.from({ length }, () => level * (1 + 0.2 * noise())))
  })

const anyOptions = fc.record({
  window: fc.integer({ min: 2, max: 60 }),
  maxPValue: fc.constantFrom(0.0001, 0.001, 0.01, 0.05, 0.1),
  minMagnitude: fc.constantFrom(0, 0.05, 0.2),
})

describe('findSeriesChangePoints', () => {
  test('agrees with a plain implementation that adds every sum anew', () => {
    fc.assert(
      fc.property(noisySeries, anyOptions, fc.integer({ min: 2, max: 25 }), (series, limits, window) => {
        const options = { ...limits, window }
        const points = findSeriesChangePoints(series, options)
        const plain = plainChangePoints(series, options)
        expect(indexes(points)).toEqual(plain.map(({ index }) => index))
        points.forEach((point, at) => {
          expect(point.pValue).toBeCloseTo(plain[at]?.pValue ?? 1, 12)
          expect(point.magnitude).toBeCloseTo(plain[at]?.magnitude ?? 0, 10)
          expect(point.meanAfter).toBeCloseTo(plain[at]?.meanAfter ?? 0, 10)
        })
      }),
      { numRuns: 40 },
    )
  })

  test('keeps its limits, and its points in order', () => {
    fc.assert(
      fc.property(noisySeries, anyOptions, (series, options) => {
        let before = 0
        for (const { index, pValue, magnitude } of findSeriesChangePoints(series, options)) {
          expect(index).toBeGreaterThan(before)
          expect(index).toBeLessThan(series.length)
          expect(pValue).toBeLessThan(options.maxPValue)
          expect(magnitude).toBeGreaterThan(options.minMagnitude)
          before = index
        }
      }),
    )
  })

  test('does not depend on the unit: powers of two change no digit', () => {
    fc.assert(
      fc.property(noisySeries, anyOptions, fc.integer({ min: -60, max: 60 }), (series, options, power) => {
        const scale = 2 ** power
        const scaled = series.map((value) => value * scale)
        const points = findSeriesChangePoints(series, options)
        expect(findSeriesChangePoints(scaled, options)).toEqual(
          points.map((point) => ({
            ...point,
            meanBefore: point.meanBefore * scale,
            meanAfter: point.meanAfter * scale,
          })),
        )
      }),
    )
  })

  test('finds a step that is larger than all noise, wherever it is', () => {
    // Spread evenly: a single value far from the others, right at the step, is taken for the step (above).
    const side = fc
      .integer({ min: 5, max: 70 })
      .chain((length) => fc.shuffledSubarray([...Array(length).keys()], { minLength: length }))
    fc.assert(
      fc.property(side, side, (left, right) => {
        const series = [...left.map((value) => 1000 + value), ...right.map((value) => 10_000 + value)]
        expect(indexes(findSeriesChangePoints(series))).toContain(left.length)
      }),
    )
  })

  test('finds nothing where nothing changes', () => {
    // Of smaller numbers not even the square of the last digit is left, and Otava sees changes in rounding.
    const anyValue = fc.double({ min: 1e-100, max: 1e300, noNaN: true })
    fc.assert(
      fc.property(fc.oneof(fc.constant(0), anyValue), fc.integer({ min: 0, max: 160 }), (value, length) => {
        expect(findSeriesChangePoints(Array(length).fill(value))).toEqual([])
      }),
    )
  })

  test('takes what is missing for the value before it, at the start for the one after it', () => {
    const holes = FALLS.map((value, at) => (at === 3 ? null : at === 8 ? Number.NaN : value))
    const filled = FALLS.map((value, at) => FALLS[at === 3 || at === 8 ? at - 1 : at] ?? value)
    expect(findSeriesChangePoints(holes)).toEqual(findSeriesChangePoints(filled))
    expect(findSeriesChangePoints([null, null, ...FALLS])).toEqual(findSeriesChangePoints([1.02, 1.02, ...FALLS]))
  })

  test('has nothing to say of no values', () => {
    for (const series of [[], [1], [1, 2], [null, null], [Number.NaN]])
      expect(findSeriesChangePoints(series)).toEqual([])
  })

  test('ends on numbers that are too large to be squared', () => {
    const huge = [...Array(20).fill(1e300), ...Array(20).fill(-1e308), Number.POSITIVE_INFINITY, ...Array(20).fill(0)]
    expect(indexes(findSeriesChangePoints(huge)).every((index) => index > 0 && index < huge.length)).toBe(true)
  })

  test('keeps nothing of one series for the next', () => {
    const find = createChangePointFinder()
    const first = find(THREE_LEVELS)
    find(FALLS)
    expect(find(THREE_LEVELS)).toEqual(first)
  })

  test.each([1, 0, -50, 2.5, Number.NaN])('refuses a window of %d', (window) => {
    expect(() => findSeriesChangePoints(FALLS, { window })).toThrow(RangeError)
  })
})
