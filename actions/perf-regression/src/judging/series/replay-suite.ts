import type { HistoryPolicy } from './history-policy.js'
import { type LogSeries, toLogValues } from './log-values.js'
import type { SeriesTraits } from './series-tracker.js'
import type { Suite } from './suite.js'
import { SuiteTracker } from './suite-tracker.js'

/** A suite after its last commit. */
export interface SuiteReplay {
  readonly tracker: SuiteTracker
  readonly logs: readonly LogSeries[]
  /** What each commit's run had in common, a logarithm; NaN where nobody can tell. */
  readonly shifts: Float64Array
}

/** Lets a suite live from its first commit to its last. `look` sees it after each commit, by the commit's index. */
export function replaySuite(
  suite: Suite,
  policy: HistoryPolicy,
  look: (tracker: SuiteTracker, at: number) => void,
): SuiteReplay {
  const logs = suite.series.map((series) => toLogValues(series, policy.leastValue))
  const tracker = new SuiteTracker(policy, traitsOf(suite, policy))
  const accepts = acceptsByCommit(suite)
  const shifts = new Float64Array(suite.commits.length)
  const row = new Float64Array(logs.length)
  for (const [at, { sha }] of suite.commits.entries()) {
    for (const series of accepts.get(sha) ?? []) tracker.series[series]?.accept(at)
    for (const [index, { values }] of logs.entries()) row[index] = values[at] ?? Number.NaN
    shifts[at] = tracker.take(row, at)
    look(tracker, at)
  }
  return { tracker, logs, shifts }
}

export function traitsOf({ series }: Pick<Suite, 'series'>, policy: HistoryPolicy): readonly SeriesTraits[] {
  return series.map(({ key, minEffect, direction }) => ({
    lnMinEffect: Math.log1p(minEffect ?? policy.minEffect),
    isAdvisory: policy.advisory.has(key),
    isTwoSided: direction === 'both',
  }))
}

/** Indexes of the series whose baseline begins anew, by the sha of the commit. */
function acceptsByCommit({ series }: Suite): ReadonlyMap<string, readonly number[]> {
  const accepts = new Map<string, number[]>()
  for (const [index, { acceptedAt }] of series.entries()) {
    if (acceptedAt !== null) accepts.set(acceptedAt, [...(accepts.get(acceptedAt) ?? []), index])
  }
  return accepts
}
