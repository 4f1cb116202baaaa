import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { welchTest } from '../src/welch.js'

describe("Welch's test", () => {
  const low = [2, 1, 3, 4]
  const high = [6, 5, 7, 9]

  // go-moremath f10218a, stats/ttest_test.go.
  test('agrees with go-moremath', () => {
    const result = welchTest(low, high, 'two-sided')
    expect(result?.t).toBeCloseTo(-3.9703446152237674, 13)
    expect(result?.degrees).toBeCloseTo(5.584615384615385, 13)
    expect(result?.pValue).toBeCloseTo(0.00851286313137817, 13)
    expect(welchTest(low, low, 'two-sided')).toEqual({ t: 0, degrees: expect.closeTo(6, 12), pValue: 1 })
  })

  test('asks one side where one is asked for', () => {
    const [less, greater] = [welchTest(low, high, 'less'), welchTest(low, high, 'greater')]
    expect(less?.pValue).toBeCloseTo(0.00851286313137817 / 2, 13)
    expect((less?.pValue ?? 0) + (greater?.pValue ?? 0)).toBeCloseTo(1, 12)
  })

  // scipy 1.17.1: ttest_ind([1, 2, 3], [7, 7, 7], equal_var=False).
  test('takes a sample without any spread beside one that has some', () => {
    expect(welchTest([1, 2, 3], [7, 7, 7], 'two-sided')).toMatchObject({ degrees: expect.closeTo(2, 12) })
    expect(welchTest([1, 2, 3], [7, 7, 7], 'two-sided')?.pValue).toBeCloseTo(0.013072457560346515, 12)
  })

  test('is none of fewer than two values, and none without any spread', () => {
    expect(welchTest([1], [1, 2], 'less')).toBeNull()
    expect(welchTest([1, 2], [], 'less')).toBeNull()
    expect(welchTest([1, 1], [2, 2], 'less')).toBeNull()
  })

  test('is the same in any unit, and mirrored for samples that change places', () => {
    const samples = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 3, maxLength: 20 })
    fc.assert(
      fc.property(samples, samples, (first, second) => {
        const result = welchTest(first, second, 'less')
        const inNanoseconds = (value: number) => value * 1e9
        const scaled = welchTest(first.map(inNanoseconds), second.map(inNanoseconds), 'less')
        expect(scaled?.pValue ?? -1).toBeCloseTo(result?.pValue ?? -1, 9)
        expect(welchTest(second, first, 'greater')?.pValue ?? -1).toBeCloseTo(result?.pValue ?? -1, 12)
      }),
    )
  })
})
