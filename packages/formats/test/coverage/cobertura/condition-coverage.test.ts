import { expect, test } from '@jest/globals'
import { readConditionCoverage } from '../../../src/coverage/cobertura/condition-coverage.js'

test.each([
  ['50% (1/2)', 1, 2],
  ['66.66666666666666% (2/3)', 2, 3],
  ['(0/0)', 0, 0],
  ['100% (wrong) (4/4)', 4, 4],
])('only the fraction of %j is trusted', (text, covered, total) => {
  expect(readConditionCoverage(text)).toEqual({ count: { covered, total }, oddity: null })
})

test('impossible fractions are made possible, and that is told', () => {
  expect(readConditionCoverage('-50% (-1/2)')).toEqual({ count: { covered: 0, total: 2 }, oddity: expect.any(String) })
  expect(readConditionCoverage('(5/2)')).toEqual({ count: { covered: 2, total: 2 }, oddity: expect.any(String) })
})

test.each(['', '50%', '(1/2', '1/2', '(a/b)', '(1/-2)', '(/)'])('%j has no fraction', (text) => {
  expect(readConditionCoverage(text)).toBeNull()
})
