import type { SampleSummary } from '@testwarden/core/model/benchmark'
import type { SeenMetric } from '../benchmark/benchmark-builder.js'

/** One number of a run, as a report of the tool that measured it would name it. */
export interface SeenBenchmark {
  readonly seen: SeenMetric
  readonly value: number
  readonly summary: SampleSummary | null
}
