import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { median } from '../src/median.js'
import { quantile } from '../src/quantile.js'
import { SortedWindow } from '../src/sorted-window.js'

test('knows the median of its newest values', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 9 }),
      fc.array(fc.integer({ min: -5, max: 5 }), { maxLength: 60 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (capacity, values, share) => {
        const window = new SortedWindow(capacity)
        for (const [index, value] of values.entries()) {
          window.add(value)
          const newest = values.slice(0, index + 1).slice(-capacity)
          expect(window.size).toBe(newest.length)
          expect(window.median()).toBe(median(newest))
          expect(window.quantile(share)).toBeCloseTo(quantile(newest, share), 12)
        }
      },
    ),
  )
})

test('of no value has no median, and knows nothing of what was before it was cleared', () => {
  const window = new SortedWindow(3)
  expect(window.median()).toBeNaN()
  expect(window.quantile(0.5)).toBeNaN()
  for (const value of [9, 8, 7, 6]) window.add(value)
  window.clear()
  expect(window.median()).toBeNaN()
  window.add(1)
  expect(window.median()).toBe(1)
  expect(window.size).toBe(1)
})
