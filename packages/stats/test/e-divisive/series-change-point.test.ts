import { describe, expect, test } from '@jest/globals'
import { createJudge } from '../../src/e-divisive/series-change-point.js'

describe('a cut is judged as by Otava', () => {
  // tests/analysis_test.py, test_significance_tester
  test.each([
    [[1.0, 1.02, 1.05, 0.95, 0.98, 1.0, 1.02, 1.05, 0.95, 0.98], 1],
    [[1.0, 1.02, 1.05, 0.95, 0.98, 0.8, 0.82, 0.85, 0.79, 0.77], 8.867907052957251e-6],
  ])('%j: p is %d', (values, pValue) => {
    expect(createJudge(Float64Array.from(values))(5, { from: 0, end: 10 }).pValue).toBeCloseTo(pValue, 14)
  })

  test('two values say nothing, and equal ones have no p-value', () => {
    expect(createJudge(Float64Array.of(1, 9))(1, { from: 0, end: 2 }).pValue).toBe(1)
    expect(createJudge(Float64Array.of(1, 1, 1))(1, { from: 0, end: 3 }).pValue).toBeNaN()
  })

  test('the magnitude is the same both ways, and none from zero', () => {
    const rise = createJudge(Float64Array.of(4, 4, 5, 5))(2, { from: 0, end: 4 })
    const fall = createJudge(Float64Array.of(5, 5, 4, 4))(2, { from: 0, end: 4 })
    expect([rise.magnitude, fall.magnitude]).toEqual([0.25, 0.25])
    expect(createJudge(Float64Array.of(0, 0, 0, 0))(2, { from: 0, end: 4 }).magnitude).toBe(0)
  })
})
