import type { Direction } from '@testwarden/core/model/benchmark'

/** What a value is of: a benchmark, one test, or all tests of a job together. */
export type MeasuredKind = 'benchmark' | 'test' | 'suite'

/** Which series a value belongs to. The same in every run of a job and matrix cell. */
export interface MeasuredName {
  /** Unique among those of a run. */
  readonly key: string
  readonly kind: MeasuredKind
  readonly unit: string
  readonly direction: Direction
}

/** What one process measured. */
export interface MeasuredProcess {
  readonly median: number
  /** Median absolute deviation of its iterations, as a standard deviation. */
  readonly mad: number
  /** Iterations. */
  readonly count: number
}

/** Of all samples of a run; for limits that name a statistic. null: nobody knows. */
export interface MeasuredStats {
  readonly min: number | null
  readonly max: number | null
  readonly mean: number | null
  readonly median: number | null
  readonly stddev: number | null
  readonly iqr: number | null
}

export interface MeasuredValue extends MeasuredName {
  /** Never empty. */
  readonly processes: readonly MeasuredProcess[]
  /** null for tests, which nobody asks this of. */
  readonly stats: MeasuredStats | null
}

/** What history keeps of the benchmarks of one run. */
export interface RecordedBenchmarks {
  /** Ascending by key. */
  readonly values: readonly MeasuredValue[]
  /** All that was to be measured was, as far as anybody can tell. */
  readonly isWhole: boolean
  /** Nanoseconds that the reference kernel took; null where it did not run. */
  readonly kernelNs: number | null
  /** Keys whose value a person accepted: it is the baseline from here on. */
  readonly accepted: readonly string[]
}
