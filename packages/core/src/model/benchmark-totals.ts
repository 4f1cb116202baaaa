import type { BenchmarkMetric } from './benchmark.js'

/** What an inspection counts. */
export interface BenchmarkTotals {
  readonly benchmarks: number
  /** Pairs of a benchmark and something that was measured of it. */
  readonly metrics: number
  /** Values of all of them; one where a report has statistics instead. */
  readonly samples: number
}

/** Recounted from what is listed. */
export function countBenchmarks(metrics: readonly BenchmarkMetric[]): BenchmarkTotals {
  const samples = metrics.reduce((sum, metric) => sum + countSamples(metric), 0)
  return { benchmarks: new Set(metrics.map(({ name }) => name)).size, metrics: metrics.length, samples }
}

function countSamples({ samples }: BenchmarkMetric): number {
  return samples.reduce((sum, process) => sum + process.length, 0)
}
