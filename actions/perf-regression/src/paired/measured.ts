import {
  integerFact,
  listFact,
  measureFact,
  objectFact,
  readFacts,
  textFact,
  wordFact,
} from '@testwarden/core/evidence-fold/read-facts'
import type { Direction, FailedBenchmark } from '@testwarden/core/model/benchmark'
import { rememberByKey } from '@testwarden/core/model/remember-by-key'

/** What one process measured, as its report says it: plain JSON, small enough for the evidence. */
export interface MeasuredRun {
  /** No two have the same name and metric. */
  readonly metrics: readonly MeasuredMetric[]
  /** Benchmarks that gave no number. */
  readonly failed: readonly FailedBenchmark[]
  /** Metrics that were too many to keep. */
  readonly leftOut: number
  /** What could not be read, for people. */
  readonly problems: readonly string[]
}

export interface MeasuredMetric {
  /** As the tool calls the benchmark, which is how it is told to run it again. */
  readonly name: string
  readonly metric: string
  readonly unit: string
  readonly direction: Direction
  /** The median of its iterations: of a process one number counts. */
  readonly value: number
}

export const MAX_METRICS = 5_000
export const MAX_FAILED = 100
export const MAX_PROBLEMS = 20
export const MAX_NAME = 20_000
export const MAX_MESSAGE = 1_000

const name = textFact(MAX_NAME)
const message = textFact(MAX_MESSAGE)

const measuredRun = objectFact<MeasuredRun>({
  metrics: listFact(
    objectFact<MeasuredMetric>({
      name,
      metric: name,
      unit: textFact(MAX_MESSAGE),
      direction: wordFact(['lower', 'higher', 'unknown']),
      value: measureFact,
    }),
    MAX_METRICS,
  ),
  failed: listFact(objectFact<FailedBenchmark>({ name, message }), MAX_FAILED),
  leftOut: integerFact(),
  problems: listFact(message, MAX_PROBLEMS),
})

/** Each round asks for all runs before it. */
const readOnce = rememberByKey((value: object): MeasuredRun => readFacts(value, measuredRun))

/** @throws ReportError naming the place that is wrong: evidence comes from other jobs too */
export function readMeasuredRun(value: unknown): MeasuredRun {
  return typeof value === 'object' && value !== null ? readOnce(value) : readFacts(value, measuredRun)
}
