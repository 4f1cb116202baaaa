import type { MeasuredValue, RecordedBenchmarks } from '@testwarden/history/benchmarks/recorded-benchmarks'
import { median } from '@testwarden/stats/median'
import type { PastPoint, PastRun } from '../facts.js'

/** All runs of one commit on one processor. */
export interface CommitRuns {
  readonly sha: string
  /** Of the first. */
  readonly time: string
  readonly runs: readonly RecordedBenchmarks[]
}

/** One point: median over jobs, each the median of its processes. Several runs of a commit are no several points. */
export function pointValue(values: readonly Pick<MeasuredValue, 'processes'>[]): number | null {
  if (values.length === 0) return null
  return median(values.map(({ processes }) => median(processes.map((process) => process.median))))
}

export function pointOf({ sha, time, runs }: CommitRuns): PastPoint {
  const kernels = runs.flatMap(({ kernelNs }) => kernelNs ?? [])
  return { sha, time, kernelNs: kernels.length === 0 ? null : median(kernels) }
}

/** What its last run says, which limits of two runs compare with. */
export function pastRunOf({ sha, time, runs }: CommitRuns): PastRun {
  const metrics = new Map(runs.flatMap(({ values }) => values.map((value) => [value.key, value] as const)))
  const listed = [...metrics.values()].filter(({ kind }) => kind === 'benchmark')
  return {
    sha,
    time,
    metrics: listed
      .map((value) => ({ key: value.key, unit: value.unit, median: pointValue([value]) ?? 0, stats: value.stats }))
      .sort((left, right) => (left.key < right.key ? -1 : 1)),
  }
}
