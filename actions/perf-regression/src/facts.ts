import type { FailedBenchmark } from '@testwarden/core/model/benchmark'
import type { MetricRoster } from '@testwarden/history/benchmarks/metric-roster'
import type { MeasuredName, MeasuredStats, MeasuredValue } from '@testwarden/history/benchmarks/recorded-benchmarks'

import type { PairedFacts } from './paired/facts.js'
import type { PairTrees } from './paired/pair-trees.js'

/** What perf-regression knows about a run: values only, small enough to hand over to another job. */
export interface PerfFacts {
  /** One for each job and matrix cell; ascending by variant. */
  readonly legs: readonly PerfLeg[]
}

/** What one job measured in one matrix cell. */
export interface PerfLeg {
  /** The record key without what differs from run to run, as canonical JSON: where its past is kept. */
  readonly variant: string
  readonly testedSha: string | null
  /** What its values may be compared with: those of the same processor. */
  readonly stratum: string
  /** Ascending by path. */
  readonly reports: readonly PerfReport[]
  /** Ascending by key, each key once. */
  readonly metrics: readonly MetricFacts[]
  /** Benchmarks that gave no number. */
  readonly failed: readonly FailedBenchmark[]
  /** What the reference kernel took, which tells the machine from the code; null where it did not run. */
  readonly kernelNs: number | null
  readonly past: PerfPast
  /** What pairs are made of; null: no command says how. */
  readonly trees: PairTrees | null
  /** What pairs of base and change measured; null: none were asked for, or they did not run yet. */
  readonly paired: PairedFacts | null
  /** Of the newest record: what the next one may rest on. */
  readonly roster: MetricRoster | null
  /** Things worth saying that changed nothing. */
  readonly notes: readonly string[]
}

/** One report as it was read. */
export interface PerfReport {
  readonly path: string
  readonly format: string
  readonly dialect: string | null
  readonly benchmarks: number
  readonly metrics: number
  readonly samples: number
  /** The processor that the report names; null where it names none. */
  readonly cpu: string | null
  /** The first few. */
  readonly warnings: readonly string[]
}

/** One series of values in this run. */
export interface MetricFacts extends MeasuredValue {
  /** A line of the repository; null where nobody can tell. */
  readonly place: MetricPlace | null
}

export interface MetricPlace {
  readonly path: string
  /** 1-based. */
  readonly line: number
}

/** What earlier runs of the same job and matrix cell say. */
export type PerfPast =
  | KnownPerfPast
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string | null }

export interface KnownPerfPast {
  readonly kind: 'known'
  /** Commits of the default branch with a record of this {@link PerfLeg.stratum}, oldest first. */
  readonly commits: readonly PastPoint[]
  /** Of every metric of this run or the last whole one; ascending by key. */
  readonly series: readonly PastSeries[]
  /** Of the nearest commit: what limits of two runs compare with. null: none of this stratum. */
  readonly baseline: PastRun | null
  /** The pinned reference; null where there is none, or no record of it in this stratum. */
  readonly reference: PastRun | null
  /** Keys that the last whole run had and this run lacks; ascending. */
  readonly missing: readonly string[]
  /** How many keys of benchmarks that run had. */
  readonly expected: number
  /** Records of other processors, which are not compared with. */
  readonly strata: readonly PastStratum[]
}

export interface PastPoint {
  readonly sha: string
  /** ISO 8601. */
  readonly time: string
  /** What the reference kernel took; null where it did not run. */
  readonly kernelNs: number | null
}

export interface PastSeries extends MeasuredName {
  /** By the indexes of {@link KnownPerfPast.commits}: median over jobs of the median of processes; null where it was not measured. */
  readonly values: readonly (number | null)[]
  /** Sha of the last commit whose value a person accepted as the new baseline; null: none was. */
  readonly acceptedAt: string | null
}

export interface PastRun {
  readonly sha: string
  readonly time: string
  /** Ascending by key. */
  readonly metrics: readonly PastMetric[]
}

export interface PastMetric extends Pick<MeasuredName, 'key' | 'unit'> {
  readonly median: number
  readonly stats: MeasuredStats | null
}

export interface PastStratum {
  readonly stratum: string
  readonly commits: number
}

export const EMPTY_FACTS: PerfFacts = { legs: [] }
