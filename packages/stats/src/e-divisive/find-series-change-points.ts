import { fillMissing } from './fill-missing.js'
import { mergeChangePoints } from './merge-change-points.js'
import { createJudge, type SeriesChangePoint } from './series-change-point.js'
import { createSplitter } from './split-series.js'

export interface ChangePointOptions {
  /** Values that are looked at together, an integer from 2. */
  readonly window: number
  /** From 0 to 1; the p-value of a change point is below it. */
  readonly maxPValue: number
  /** Above this is the magnitude of a change point: 0.05 leaves out changes of at most 5 %. */
  readonly minMagnitude: number
}

/** Those of Apache Otava. */
export const DEFAULT_CHANGE_POINT_OPTIONS: ChangePointOptions = { window: 50, maxPValue: 0.001, minMagnitude: 0 }

/** Finds the change points of one series: oldest first, finite; null and NaN are missing. */
export type ChangePointFinder = (series: readonly (number | null)[]) => readonly SeriesChangePoint[]

/**
 * Where the level of a series changed, ascending: E-divisive with a t-test in windows, as Hunter describes it and Apache
 * Otava 0.8 computes it (`compute_change_points`, otava/analysis.py). Candidates are found at a relaxed level first, then
 * the weakest are taken away until the rest holds at `maxPValue`. Not to be mixed up with `change-points.ts`, which has
 * another model, for runs that pass and fail.
 *
 * A change is only seen from what comes after it: the first values of a new level are no change point yet, and one of the
 * last values may be one that goes away again.
 *
 * @param series oldest first, finite; null and NaN are missing, and taken to be the value before them
 * @throws RangeError for a window that is no integer from 2
 * @see https://doi.org/10.1145/3578244.3583719 Fleming and others, ICPE 2023
 */
export function findSeriesChangePoints(
  series: readonly (number | null)[],
  options: Partial<ChangePointOptions> = {},
): readonly SeriesChangePoint[] {
  return createChangePointFinder(options)(series)
}

/** The same for many series, which share what depends on the options alone. @throws RangeError as above */
export function createChangePointFinder(options: Partial<ChangePointOptions> = {}): ChangePointFinder {
  const { window, maxPValue, minMagnitude } = { ...DEFAULT_CHANGE_POINT_OPTIONS, ...options }
  if (!Number.isInteger(window) || window < 2) throw new RangeError(`a window of ${window} values cannot be cut in two`)
  const split = createSplitter({ window, maxPValue: relaxed(maxPValue) })
  return (series) => {
    const values = fillMissing(series)
    if (values === null) return []
    const judge = createJudge(values)
    return mergeChangePoints(split(values, judge), { judge, length: values.length }, { maxPValue, minMagnitude })
  }
}

/** The level at which candidates are found. */
function relaxed(maxPValue: number): number {
  if (maxPValue < 0.05) return 10 * maxPValue
  return maxPValue < 0.5 ? 2 * maxPValue : maxPValue
}
