import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { plainMean, recentMean } from '../src/recent-mean.js'

test('newer scores weigh more', () => {
  expect(recentMean([0, 1])).toBeCloseTo(1 / 1.9, 12)
  expect(recentMean([1, 0])).toBeCloseTo(0.9 / 1.9, 12)
  expect(plainMean([0, 1])).toBe(0.5)
})

test('without scores both means are 0', () => {
  expect(recentMean([])).toBe(0)
  expect(plainMean([])).toBe(0)
})

test('scores that agree are their own mean, however many, and others stay within their range', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 2000 }), (scores) => {
      expect(recentMean(scores.map(() => 0.25))).toBeCloseTo(0.25, 9)
      expect(recentMean(scores)).toBeGreaterThanOrEqual(Math.min(...scores) - 1e-9)
      expect(recentMean(scores)).toBeLessThanOrEqual(Math.max(...scores) + 1e-9)
    }),
  )
})
