import { median } from '@testwarden/stats/median'
import { fromLog, type LogSeries } from './log-values.js'
import type { SeriesLevel } from './series-judgement.js'
import type { LevelChange } from './series-tracker.js'
import type { Series, SuiteCommit } from './suite.js'

export interface LevelsQuestion {
  readonly commits: readonly SuiteCommit[]
  readonly series: Pick<Series, 'direction'>
  readonly logs: LogSeries
  readonly shifts: Float64Array
  readonly changes: readonly LevelChange[]
}

/** The levels that the changes cut a series into. */
export function levelsOf({ commits, series, logs, shifts, changes }: LevelsQuestion): readonly SeriesLevel[] {
  const starts = [{ at: 0, kind: null }, ...changes]
  return starts.flatMap(({ at: from, kind }, index) => {
    const to = starts[index + 1]?.at ?? commits.length
    const points = indexesOfPoints(logs, { from, to })
    const [first, last] = [commits[points[0] ?? -1], commits[points.at(-1) ?? -1]]
    if (first === undefined || last === undefined) return []
    const level = median(points.map((at) => withoutShift(logs, shifts, at)))
    const value = fromLog(level, series.direction)
    return [{ first: first.sha, last: last.sha, points: points.length, value, isRegressed: kind === 'regressed' }]
  })
}

/** NaN where there is no point. */
export function withoutShift({ values }: LogSeries, shifts: Float64Array, at: number): number {
  return (values[at] ?? Number.NaN) - (shifts[at] || 0)
}

/** From (included) to (excluded). */
export function indexesOfPoints(
  { values }: Pick<LogSeries, 'values'>,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] {
  const indexes: number[] = []
  for (let at = from; at < to; at++) if (!Number.isNaN(values[at])) indexes.push(at)
  return indexes
}
