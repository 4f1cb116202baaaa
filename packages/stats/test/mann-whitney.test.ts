import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Alternative } from '../src/alternative.js'
import { fewestSamples, mannWhitney } from '../src/mann-whitney.js'
import { uTails } from '../src/u-distribution.js'

const ALTERNATIVES: readonly Alternative[] = ['less', 'two-sided', 'greater']

function pValues(first: readonly number[], second: readonly number[]): readonly number[] {
  return ALTERNATIVES.map((alternative) => mannWhitney(first, second, alternative)?.pValue ?? Number.NaN)
}

function expectClose(actual: readonly number[], expected: readonly number[], precision = 1e-12): void {
  const gaps = actual.map((value, at) => Math.abs(value - (expected[at] ?? Number.NaN)) / Math.max(value, 1e-300))
  expect(Math.max(...gaps)).toBeLessThan(precision)
}

const ramp = (length: number, at: (index: number) => number) => Array.from({ length }, (_, index) => at(index))

describe('the Mann-Whitney test', () => {
  const mixed = [2, 1, 3, 5]
  const evens = ramp(500, (index) => 2 * index)
  const odds = ramp(600, (index) => 2 * index - 41)
  const tied = odds.map((value, index) => (index < 30 ? 2 * index : value))

  // go-moremath f10218a, stats/utest_test.go; without its one value that is wrong (p = 0).
  test.each([
    ['apart', mixed, [12, 11, 13, 15], 0, [0.014285714285714289, 0.028571428571428577, 1]],
    ['apart the other way', [12, 11, 13, 15], mixed, 16, [1, 0.028571428571428577, 0.014285714285714289]],
    ['mixed', mixed, [0, 4, 6, 7], 5, [0.24285714285714288, 0.48571428571428577, 0.8285714285714285]],
    ['the same', mixed, mixed, 8, [0.6285714285714286, 1, 0.6285714285714286]],
    ['one of them equal', mixed, [2, 2, 2, 2], 10, [0.8571428571428571, 0.7142857142857143, 0.3571428571428571]],
    ['large', evens, odds, 135_250, [0.0024667680407086112, 0.0049335360814172224, 0.9975346930458906]],
    ['large and the same', evens, evens, 125_000, [0.5000436801680628, 1, 0.5000436801680628]],
    ['large with ties', evens, tied, 134_845, [0.0019351907119808942, 0.0038703814239617884, 0.9980659818257166]],
  ])('of samples that are %s', (_, first, second, u, expected) => {
    expect(mannWhitney(first, second, 'less')?.u).toBe(u)
    expectClose(pValues(first, second), expected)
  })

  test('where ties make it lopsided, doubles the tail that was observed', () => {
    expectClose(pValues(mixed, [1, 1, 1, 1, 1]), [1, 2 / 21, 1 / 21])
  })

  // cmd/benchstat/testdata/old.txt and new.txt of golang/perf, whose p=0.000 and p=0.446 are these.
  test('agrees with benchstat on its own example', () => {
    const jsonOld = [1726, 1723, 1707, 1707, 1713, 1729, 1736, 1707, 1705, 1774]
    const jsonNew = [1423, 1416, 1411, 1413, 1412, 1426, 1422, 1424, 1447, 1425]
    const gobOld = [3069, 3075, 3069, 3067, 3207, 3064, 3064, 3058, 3059, 3062]
    const gobNew = [3075, 3065, 3059, 3065, 3060, 3081, 3186, 3135, 3087, 3062]
    expect(mannWhitney(jsonOld, jsonNew, 'two-sided')).toMatchObject({ u: 100, basis: 'exact' })
    expectClose([mannWhitney(jsonOld, jsonNew, 'two-sided')?.pValue ?? 0], [1.082508822446903e-5])
    expectClose([mannWhitney(gobOld, gobNew, 'two-sided')?.pValue ?? 0], [0.4461018857303687])
  })

  // scipy 1.17.1, stats/tests/test_hypotests.py, TestMannWhitneyU: its values are of R's wilcox.test.
  test('agrees with scipy and R', () => {
    const few = [210.05211, 110.19063, 307.918612]
    const many = [
      436.08811482466416, 416.3739732976819, 179.96975939463582, 197.8118754228619, 34.038757281225756,
      138.54220550921517, 128.7769351470246, 265.9272142795185, 275.6617533155341, 592.3408339541626, 448.7317759061702,
      300.61495185038905, 187.97508449019588,
    ]
    expect(mannWhitney(few, many, 'less')?.u).toBe(16)
    expectClose(pValues(few, many), [0.3517857142857, 0.7035714285714, 0.6946428571429])
    const slow = [0.8, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46]
    expectClose(pValues(slow, [1.15, 0.88, 0.9, 0.74, 1.21]), [0.8967698967699, 0.2544122544123, 0.1272061272061])
  })

  test('is exact up to 50 values a side, or 25 with ties', () => {
    const basis = (size: number, second: readonly number[]) =>
      mannWhitney(
        ramp(size, (index) => index),
        second,
        'less',
      )?.basis
    expect([50, 51].map((size) => basis(size, [0.5]))).toEqual(['exact', 'normal'])
    expect([25, 26].map((size) => basis(size, [1]))).toEqual(['exact', 'normal'])
  })

  test('says nothing of values that are all equal, and is none without values', () => {
    for (const alternative of ALTERNATIVES)
      expect(mannWhitney([7, 7], [7, 7, 7], alternative)).toEqual({ u: 3, pValue: 1, basis: 'all-equal' })
    expect(mannWhitney([], [1], 'less')).toBeNull()
    expect(mannWhitney([1], [], 'less')).toBeNull()
    expect(mannWhitney([1], [2, Number.NaN], 'less')).toBeNull()
  })

  test('ranks an infinite value like any other', () => {
    const endless = Number.POSITIVE_INFINITY
    expect(pValues([1, endless, endless], [0, -endless, 2])).toEqual(pValues([1, 9, 9], [0, -9, 2]))
  })

  test('counts every way to choose the first sample', () => {
    const values = fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 1, maxLength: 5 })
    fc.assert(
      fc.property(values, values, (first, second) => {
        const result = mannWhitney(first, second, 'greater')
        if (result?.basis === 'exact') expect(result.pValue).toBeCloseTo(shareAsHigh(first, second), 12)
      }),
    )
  })

  test('mirrors itself when the samples change places', () => {
    const values = fc.array(fc.integer({ min: 0, max: 40 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(values, values, (first, second) => {
        const [less = 0, either = 0, greater = 0] = pValues(first, second)
        expectClose(pValues(second, first), [greater, either, less], 1e-9)
      }),
    )
  })
})

/** How many of all choices of the first sample make a U at least as high: by trying each. */
function shareAsHigh(first: readonly number[], second: readonly number[]): number {
  const all = [...first, ...second]
  let [asHigh, choices] = [0, 0]
  for (let choice = 0; choice < 2 ** all.length; choice++) {
    const chosen = all.filter((_, at) => ((choice >> at) & 1) === 1)
    if (chosen.length !== first.length) continue
    choices++
    if (countU(chosen, all) >= countU(first, all)) asHigh++
  }
  return asHigh / choices
}

/** Against all values, its own included: a constant more than U. */
function countU(chosen: readonly number[], all: readonly number[]): number {
  return chosen.reduce(
    (sum, value) => sum + all.reduce((wins, other) => wins + (Math.sign(value - other) + 1) / 2, 0),
    0,
  )
}

describe('the distribution of U', () => {
  // Tables of Klotz (1966), as go-moremath f10218a has them in stats/udist_test.go; its x is U + first^2 / 2.
  test.each([
    [[1, 1, 2, 1, 1, 2, 1, 1], 5, 0, 0.003968],
    [[1, 1, 2, 1, 1, 2, 1, 1], 5, 2.5, 0.02381],
    [[1, 1, 2, 1, 1, 2, 1, 1], 5, 7, 0.138889],
    [[6, 5, 4, 3, 2, 1], 10, 2, 0.000014],
    [[6, 5, 4, 3, 2, 1], 10, 20, 0.005648],
    [[6, 5, 4, 3, 2, 1], 10, 30.5, 0.043063],
    [[6, 5, 4, 3, 2, 1], 10, 37, 0.101132],
    [[2, 2, 2, 2, 2, 2, 2, 2], 8, 0, 0.000078],
    [[2, 2, 2, 2, 2, 2, 2, 2], 8, 12, 0.021057],
    [[2, 2, 2, 2, 2, 2, 2, 2], 8, 22, 0.175369],
  ])('with ties %j and %i values of the first sample is at most %d with chance %d', (ties, first, u, chance) => {
    const second = ties.reduce((sum, size) => sum + size, 0) - first
    expect(uTails(2 * u, { first, second, ties }).asLow).toBeCloseTo(chance, 6)
  })

  test("counts Klotz's example: 89 of 210 choices are as high", () => {
    expect(uTails(2 * 13.5, { first: 4, second: 6, ties: [2, 4, 3, 1] }).asHigh).toBeCloseTo(89 / 210, 12)
  })

  // The table of Mann and Whitney (1947) for 5 values, U from 0 to 5.
  test.each([
    [1, [0.166667, 0.333333, 0.5, 0.666667, 0.833333, 1]],
    [3, [0.017857, 0.035714, 0.071429, 0.125, 0.196429, 0.285714]],
    [5, [0.003968, 0.007937, 0.015873, 0.027778, 0.047619, 0.075397]],
  ])('without ties is that of Mann and Whitney for %i and 5 values', (first, chances) => {
    const ties = new Array<number>(first + 5).fill(1)
    chances.forEach((chance, u) => {
      expect(uTails(2 * u, { first, second: 5, ties }).asLow).toBeCloseTo(chance, 6)
    })
  })

  // Of 100 over 50 choices, as many make U as it has partitions: OEIS A000041.
  test('keeps every digit of a tail that hardly has a chance', () => {
    const pattern = { first: 50, second: 50, ties: new Array<number>(100).fill(1) }
    let choices = 0
    for (const [u, partitions] of [1, 1, 2, 3, 5, 7, 11, 15, 22].entries()) {
      choices += partitions
      const chance = choices / 1.00891344545564e29
      expect(uTails(2 * u, pattern).asLow / chance).toBeCloseTo(1, 12)
      expect(uTails(2 * (2500 - u), pattern).asHigh / chance).toBeCloseTo(1, 12)
    }
  })

  test('has both tails share the observed value, at any of them', () => {
    const ties = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 2, maxLength: 8 })
    fc.assert(
      fc.property(ties, fc.nat(), fc.nat(), (sizes, some, place) => {
        const all = sizes.reduce((sum, size) => sum + size, 0)
        const first = 1 + (some % (all - 1))
        const pattern = { first, second: all - first, ties: sizes }
        const doubledU = place % (2 * pattern.first * pattern.second)
        const [here, next] = [uTails(doubledU, pattern), uTails(doubledU + 1, pattern)]
        expect(here.asLow + next.asHigh).toBeCloseTo(1, 12)
      }),
    )
  })
})

// benchmath/anone.go of golang/perf, uTestMinP.
test.each([
  [1, 1],
  [0.3333333333333333, 2],
  [0.1, 3],
  [0.05, 4],
  [0.01, 5],
  [1e-4, 9],
  [0, Number.POSITIVE_INFINITY],
])('a p value of %d takes %d values a side', (alpha, samples) => {
  expect(fewestSamples(alpha)).toBe(samples)
})
