import { expect, test } from '@jest/globals'
import { createSummarizer } from '../../src/e-divisive/segment-summary.js'

// Recorded from numpy 2.2.
test('a summary has mean and deviation of NumPy to the last bit', () => {
  const halves = Float64Array.from({ length: 300 }, (_, at) => 1 / (at + 1))
  const summarize = createSummarizer(halves)
  const short = { count: 20, mean: 0.1798869828571841, deviation: 0.2178275363543148 }
  expect(summarize({ from: 0, end: 20 })).toEqual(short)
  const long = { count: 300, mean: 0.02094221293433168, deviation: 0.07094677343195521 }
  expect(summarize({ from: 0, end: 300 })).toEqual(long)
})
