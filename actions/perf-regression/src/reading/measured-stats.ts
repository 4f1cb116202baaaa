import type { BenchmarkMetric } from '@testwarden/core/model/benchmark'
import type { MeasuredProcess, MeasuredStats } from '@testwarden/history/benchmarks/recorded-benchmarks'
import { madDeviation } from '@testwarden/stats/mad'
import { meanDeviation } from '@testwarden/stats/mean-deviation'
import { median, medianOfSorted } from '@testwarden/stats/median'

/** What one process measured, in three numbers. */
export function processOf(samples: readonly number[]): MeasuredProcess {
  const middle = median(samples)
  return { median: middle, mad: madDeviation(samples, middle), count: samples.length }
}

/**
 * Statistics of all samples of a report, as limits name them: from the samples where it lists more than one, else as its
 * tool told them. The standard deviation is that of a sample (n - 1); quartiles are the medians of the halves, without
 * the middle value, as pytest-benchmark has them.
 */
export function statsOf({ samples, summary }: Pick<BenchmarkMetric, 'samples' | 'summary'>): MeasuredStats {
  const all = Float64Array.from(samples.flat()).sort()
  if (all.length > 1) return statsOfSorted(all)
  const only = all[0] ?? null
  if (summary === null) return { min: only, max: only, mean: only, median: only, stddev: null, iqr: null }
  const { min, max, mean, median: middle, stddev, q1, q3 } = summary
  return { min, max, mean, median: middle, stddev, iqr: q1 === null || q3 === null ? null : Math.max(0, q3 - q1) }
}

function statsOfSorted(all: Float64Array): MeasuredStats {
  const { mean, deviation } = meanDeviation([...all])
  const half = all.length >> 1
  return {
    min: all[0] ?? null,
    max: all[all.length - 1] ?? null,
    mean,
    median: medianOfSorted(all),
    stddev: deviation,
    iqr: medianOfSorted(all.subarray(all.length - half)) - medianOfSorted(all.subarray(0, half)),
  }
}
