import { describe, expect, test } from '@jest/globals'
import type { SampleSummary } from '@testwarden/core/model/benchmark'
import { processOf, statsOf } from '../../src/reading/measured-stats.js'

const TOLD: SampleSummary = { count: 9, min: 1, max: 9, mean: 5, median: 4, stddev: 2, q1: 3, q3: 6.5 }

describe('statistics of a benchmark', () => {
  test('come from its samples, whatever the tool says', () => {
    const stats = statsOf({
      samples: [
        [2, 4],
        [4, 4, 5, 5, 7, 9],
      ],
      summary: TOLD,
    })
    expect(stats).toMatchObject({ min: 2, max: 9, mean: 5, median: 4.5 })
    // Variance of the published textbook example: 32 / 7 with n - 1; quartiles are the medians of the halves.
    expect(stats.stddev).toBeCloseTo(Math.sqrt(32 / 7), 12)
    expect(stats.iqr).toBe(2)
  })

  test('are those of the tool where it lists one value, or none of its own', () => {
    expect(statsOf({ samples: [[4]], summary: TOLD })).toEqual({
      min: 1,
      max: 9,
      mean: 5,
      median: 4,
      stddev: 2,
      iqr: 3.5,
    })
    expect(statsOf({ samples: [[4]], summary: null })).toEqual({
      min: 4,
      max: 4,
      mean: 4,
      median: 4,
      stddev: null,
      iqr: null,
    })
  })

  test('a process is its median, its spread and how often it measured', () => {
    expect(processOf([3, 1, 2])).toEqual({ median: 2, mad: 1.482602218505602, count: 3 })
  })
})
