import { findSeriesChangePoints } from '@testwarden/stats/e-divisive/find-series-change-points'
import { steadyChangePoints } from '@testwarden/stats/e-divisive/steady-change-points'
import type { HistoryPolicy } from './history-policy.js'
import { fromLog, toLogValues } from './log-values.js'
import { indexesOfPoints } from './points.js'
import type { Series } from './suite.js'

/** Where a series has the level from that it is at. Informs; decides nothing: docs/slowness.md. */
export interface LevelChange {
  /** Index of the first commit of the new level. */
  readonly at: number
  /** Of the means after and before, of the values themselves: above 1 is more. */
  readonly ratio: number
  /** How many points the new level has. */
  readonly points: number
  /** Too few of them: a spike may look the same. */
  readonly isProvisional: boolean
}

/** Points that are looked at: what was before them explains nothing of today. */
const RECENT_POINTS = 200
/** What is over sooner is a spike. */
const SHORTEST = 5
const MAX_P_VALUE = 0.001

/** The last change point by at least the smallest effect, among the last 200 points; null where the level is one. */
export function lastLevelChange(
  series: Series,
  policy: Pick<HistoryPolicy, 'minEffect' | 'leastValue'>,
): LevelChange | null {
  const logs = toLogValues(series, policy.leastValue)
  const indexes = indexesOfPoints(logs, { from: 0, to: logs.values.length }).slice(-RECENT_POINTS)
  const values = indexes.map((at) => fromLog(logs.values[at] ?? Number.NaN, series.direction))
  const limits = { maxPValue: MAX_P_VALUE, minMagnitude: series.minEffect ?? policy.minEffect, shortest: SHORTEST }
  // Means lie between the values, so they differ no more. Spares most series of a large suite the search.
  if (spread(values) <= limits.minMagnitude) return null
  const last = steadyChangePoints(values, findSeriesChangePoints(values, limits), limits).at(-1)
  const at = indexes[last?.index ?? -1]
  if (last === undefined || at === undefined) return null
  const { meanAfter, meanBefore, isProvisional } = last
  return { at, ratio: meanAfter / meanBefore, points: values.length - last.index, isProvisional }
}

function spread(values: readonly number[]): number {
  let [least, largest] = [Number.POSITIVE_INFINITY, 0]
  for (const value of values) {
    least = Math.min(least, value)
    largest = Math.max(largest, value)
  }
  return largest / least - 1
}
