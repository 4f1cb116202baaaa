import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Alternative } from '../src/alternative.js'
import { hodgesLehmann } from '../src/hodges-lehmann.js'
import { signedRank } from '../src/signed-rank.js'

const ALTERNATIVES: readonly Alternative[] = ['less', 'two-sided', 'greater']

/** Hamilton's depression scale before and after: Hollander and Wolfe, "Nonparametric statistical methods", 1973, page 29. */
const DEPRESSION = [0.952, -0.147, 1.022, 0.43, 0.62, 0.59, 0.49, -0.08, 0.01]

function pValues(differences: readonly number[]): readonly number[] {
  return ALTERNATIVES.map((alternative) => signedRank(differences, alternative)?.pValue ?? Number.NaN)
}

function expectClose(actual: readonly number[], expected: readonly number[]): void {
  actual.forEach((value, at) => {
    expect(value).toBeCloseTo(expected[at] ?? Number.NaN, 10)
  })
}

function subtract(left: readonly number[], right: readonly number[]): readonly number[] {
  return left.map((value, at) => value - (right[at] ?? Number.NaN))
}

describe('the signed-rank test', () => {
  test('is that of the textbook: V = 40, p = 0.01953', () => {
    expect(signedRank(DEPRESSION, 'greater')).toEqual({ rankSum: 40, count: 9, pValue: 10 / 512, basis: 'exact' })
  })

  // scipy 1.17.1, stats/tests/test_morestats.py, TestWilcoxon: by R's wilcox.test, or by all permutations.
  test('agrees with R where it is exact', () => {
    const before = [1.81, 0.82, 1.56, -0.48, 0.81, 1.28, -1.04, 0.23, -0.75, 0.14]
    const after = [0.71, 0.65, -0.2, 0.85, -1.1, -0.45, -0.84, -0.24, -0.68, -0.76]
    expectClose(pValues(subtract(before, after)), [0.9580078125, 0.10546875, 0.052734375])
    const rising = Array.from({ length: 20 }, (_, at) => at + 0.5 - (20 - at))
    expectClose(pValues(rising), [0.4347438812255859, 0.8694877624511719, 0.5795888900756836])
  })

  test('agrees with scipy on ties and zeros', () => {
    const steps = Array.from({ length: 13 }, (_, at) => at - 5)
    expect(pValues(steps)[1]).toBe(0.3955078125)
    expect(pValues(steps.map((step) => (step === 0 ? 1 : step)))[1]).toBe(0.3779296875)
  })

  // The 56 differences of test_accuracy_wilcoxon in the same file, twice, so that they are too many for the exact test:
  // wilcoxon(np.tile(x, 2), method='asymptotic', correction=True).
  test('agrees with scipy where it is not exact', () => {
    const frequencies = [1, 4, 16, 15, 8, 4, 5, 1, 2]
    const once = frequencies.flatMap((times, at) => new Array<number>(times).fill(at - 4))
    const result = signedRank([...once, ...once], 'two-sided')
    expect(result).toMatchObject({ count: 96, basis: 'normal' })
    expect(result?.pValue).toBeCloseTo(0.00012326660735396668, 15)
  })

  test('says nothing where nothing differs, and is none of no number', () => {
    for (const differences of [[], [0], [0, -0]])
      expect(signedRank(differences, 'greater')).toEqual({ rankSum: 0, count: 0, pValue: 1, basis: 'all-zero' })
    expect(signedRank([1, Number.NaN], 'greater')).toBeNull()
  })

  test.each([
    [8, 2 ** -8],
    [20, 2 ** -20],
    [64, 2 ** -64],
  ])('of %i differences that all are positive is %d, whatever their size', (count, chance) => {
    const differences = Array.from({ length: count }, (_, at) => 1 + (at % 7))
    expect(signedRank(differences, 'greater')).toMatchObject({ pValue: chance, basis: 'exact' })
    expect(signedRank(differences, 'less')?.pValue).toBe(1)
  })

  test('counts every choice of signs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -4, max: 4 }), { minLength: 1, maxLength: 8 }), (differences) => {
        expect(signedRank(differences, 'greater')?.pValue).toBeCloseTo(shareAsHigh(differences), 12)
      }),
    )
  })

  test('mirrors itself with the signs', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -30, max: 30 }), { minLength: 1, maxLength: 90 }), (differences) => {
        const [less = 0, either = 0, greater = 0] = pValues(differences)
        expectClose(pValues(differences.map((value) => -value)), [greater, either, less])
      }),
    )
  })
})

/** How many choices of signs make a sum of positive ranks at least as high: by trying each. */
function shareAsHigh(differences: readonly number[]): number {
  const sizes = differences.filter((value) => value !== 0).map(Math.abs)
  const ranks = sizes.map((size) => sizes.reduce((sum, other) => sum + (Math.sign(size - other) + 1) / 2, 0.5))
  const observed = differences
    .filter((value) => value !== 0)
    .reduce((sum, value, at) => sum + (value > 0 ? (ranks[at] ?? 0) : 0), 0)
  let asHigh = 0
  for (let signs = 0; signs < 2 ** ranks.length; signs++) {
    const sum = ranks.reduce((total, rank, at) => total + ((signs >> at) & 1) * rank, 0)
    if (sum >= observed) asHigh++
  }
  return asHigh / 2 ** ranks.length
}

describe('the estimate of Hodges and Lehmann', () => {
  test('is that of the textbook: 0.46, from 0.01 to 0.786 at 0.961', () => {
    const { estimate, low, high, confidence } = hodgesLehmann(DEPRESSION, 0.95)
    expectClose([estimate, low, high, confidence], [0.46, 0.01, 0.786, 0.9609375])
  })

  test('has no end with 5 differences, and one with 6', () => {
    expect(hodgesLehmann([1, 2, 3, 4, 5], 0.95)).toEqual({
      estimate: 3,
      low: Number.NEGATIVE_INFINITY,
      high: Number.POSITIVE_INFINITY,
      confidence: 1,
    })
    expect(hodgesLehmann([6, 1, 2, 3, 4, 5], 0.95)).toEqual({ estimate: 3.5, low: 1, high: 6, confidence: 0.96875 })
    expect(hodgesLehmann([], 0.95).estimate).toBeNaN()
  })

  test('is moved little by a spike', () => {
    expect(hodgesLehmann([1, 1, 1, 1, 1, 1, 1e9], 0.95).estimate).toBe(1)
  })

  test('holds exactly what the signed-rank test does not reject', () => {
    const differences = fc.uniqueArray(fc.integer({ min: -1000, max: 1000 }), { minLength: 1, maxLength: 20 })
    fc.assert(
      fc.property(differences, fc.constantFrom(0.5, 0.8, 0.9, 0.95, 0.99), (values, confidence) => {
        const { low, high } = hodgesLehmann(values, confidence)
        const isRejected = (shift: number) =>
          (signedRank(
            values.map((value) => value - shift),
            'two-sided',
          )?.pValue ?? 0) <=
          1 - confidence
        // Means of integers end in a half at most: a quarter off them no two differences are the same size.
        if (Number.isFinite(low)) expect([low - 0.1, low + 0.1].map(isRejected)).toEqual([true, low === high])
        if (Number.isFinite(high)) expect([high + 0.1, high - 0.1].map(isRejected)).toEqual([true, low === high])
      }),
    )
  })

  test('is no wider for many differences than the exact one of 64, and still holds the middle', () => {
    const evenly = (count: number) => Array.from({ length: count }, (_, at) => (at + 0.5) / count)
    const [exact, normal] = [64, 65].map((count) => hodgesLehmann(evenly(count), 0.95))
    expect(normal?.low).toBeCloseTo(exact?.low ?? 0, 1)
    expect(normal?.high).toBeCloseTo(exact?.high ?? 0, 1)
    expect(normal?.estimate).toBeCloseTo(0.5, 12)
    expect(normal?.confidence).toBeCloseTo(0.95, 3)
  })
})
