/** Which way a metric gets better. It follows from the unit, never from the tool; `unknown` until somebody says it. */
export type Direction = 'lower' | 'higher' | 'unknown'

/** One metric of one benchmark in one report, with everything that was measured. */
export interface BenchmarkMetric {
  /** The benchmark, with its parameters: unique among the benchmarks of a report. */
  readonly name: string
  /** What was measured: `time` for what it takes, else as the tool says: `cpu-time`, `throughput`, `B/op`. */
  readonly metric: string
  /** `ns` for every time, `B` for every size, `<things>/s` for every rate; else as the tool writes it. */
  readonly unit: string
  readonly direction: Direction
  /**
   * What was measured, in {@link unit}: a list for each process, in it a value for each iteration or round. Neither the
   * list nor one of its lists is empty. Values of one process are no independent samples: processes are.
   */
  readonly samples: readonly (readonly number[])[]
  /** Statistics that the tool computed itself; null where it lists samples and nothing else. */
  readonly summary: SampleSummary | null
  /** Where the benchmark stands, as the report writes it; null where it does not. */
  readonly file: string | null
  /** 1-based. */
  readonly line: number | null
}

/**
 * Statistics of samples that a report may not list. Where it lists none, {@link BenchmarkMetric.samples} has its typical
 * value alone: the median, else the mean.
 */
export interface SampleSummary {
  /** Samples that they were computed from; null where the report does not say. */
  readonly count: number | null
  readonly min: number | null
  readonly max: number | null
  readonly mean: number | null
  readonly median: number | null
  /** Of the samples, with n - 1. */
  readonly stddev: number | null
  /** First and third quartile. */
  readonly q1: number | null
  readonly q3: number | null
}

/** A benchmark that gave no number: its program failed, or what it gave cannot be used. */
export interface FailedBenchmark {
  readonly name: string
  readonly message: string
}

/** The machine as a report tells it; null: it does not. */
export interface ReportedMachine {
  readonly cpu: string | null
  readonly cores: number | null
  readonly os: string | null
}

/** One report of benchmarks. */
export interface BenchmarkReport {
  /** The tool that wrote it, where the file shows it. */
  readonly dialect: string | null
  /** In the order of the report; no two have the same name and metric. */
  readonly metrics: readonly BenchmarkMetric[]
  readonly failed: readonly FailedBenchmark[]
  /** null where the report tells nothing of it. */
  readonly machine: ReportedMachine | null
  /** ISO 8601; null where the report tells none, or none with a zone. */
  readonly startedAt: string | null
}
