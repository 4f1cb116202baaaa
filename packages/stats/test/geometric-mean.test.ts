import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { geometricMean, geometricMeanRatio } from '../src/geometric-mean.js'

const times = fc.double({ min: 1e-9, max: 1e9, noNaN: true })

describe('the geometric mean', () => {
  // cmd/benchstat/testdata/csvOldNew.stdout of golang/perf.
  test("is that of benchstat's own example", () => {
    const [before, after] = [
      [1.718e-6, 3.0655e-6],
      [1.4225e-6, 3.07e-6],
    ]
    expect(geometricMean(before ?? [])).toBeCloseTo(2.294891936453654e-6, 19)
    expect(geometricMean(after ?? [])).toBeCloseTo(2.089754770302007e-6, 19)
  })

  test('is none of nothing, and none with a 0, a negative value or NaN', () => {
    for (const values of [[], [1, 0], [1, -1], [Number.NaN]]) expect(geometricMean(values)).toBeNaN()
  })

  test('holds products that no number holds', () => {
    expect(geometricMean([1e300, 1e300]) / 1e300).toBeCloseTo(1, 10)
    expect(geometricMean([1e-300, 1e-300]) / 1e-300).toBeCloseTo(1, 10)
  })
})

describe('the mean ratio', () => {
  test("is that of benchstat's own example: 8.94 % less", () => {
    const pairs = [
      { before: 1.718e-6, after: 1.4225e-6 },
      { before: 3.0655e-6, after: 3.07e-6 },
    ]
    const mean = geometricMeanRatio(pairs)
    expect(mean.ok && (100 * (mean.ratio - 1)).toFixed(2)).toBe('-8.94')
  })

  // cmd/benchstat/testdata/zero.stdout of golang/perf: +0.00% with 0 after 0, ? with 100 after 0.
  test.each([
    [[{ before: 0, after: 0 }], { ok: true, ratio: 1 }],
    [[{ before: 0, after: 100 }], { ok: false, problem: 'from-zero' }],
    [[{ before: 100, after: 0 }], { ok: false, problem: 'not-positive' }],
    [[{ before: 100, after: -1 }], { ok: false, problem: 'not-positive' }],
    [[], { ok: false, problem: 'none' }],
  ])('of %j is %j', (pairs, expected) => {
    expect(geometricMeanRatio(pairs)).toEqual(expected)
  })

  test('is the ratio of the means', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ before: times, after: times }), { minLength: 1 }), (pairs) => {
        const mean = geometricMeanRatio(pairs)
        const means = geometricMean(pairs.map(({ after }) => after)) / geometricMean(pairs.map(({ before }) => before))
        expect(mean.ok && mean.ratio / means).toBeCloseTo(1, 9)
      }),
    )
  })
})
