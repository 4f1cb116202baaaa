import type { BenchmarkMetric } from '@testwarden/core/model/benchmark'

/** What another tool kept of one run of a suite of benchmarks. */
export interface BenchmarkRun {
  /** The name under which runs were put together. */
  readonly suite: string
  /** As written: mostly a full hash. */
  readonly commitId: string
  /** First line of the commit's message. */
  readonly message: string | null
  /** Address of the commit, which tells a commit of a pull request from others. */
  readonly url: string | null
  /** When the run was kept, as ISO 8601. */
  readonly time: string | null
  /** As the tool that kept it calls the tool that measured: `pytest`, `customSmallerIsBetter`. */
  readonly tool: string
  readonly metrics: readonly BenchmarkMetric[]
}
