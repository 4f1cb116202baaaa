import type { JudgeCut, SeriesChangePoint } from './series-change-point.js'

export interface MergeLimits {
  readonly maxPValue: number
  readonly minMagnitude: number
}

export interface JudgedSeries {
  readonly judge: JudgeCut
  /** How many values it has. */
  readonly length: number
}

/**
 * Takes the weakest change point away until all that are left are significant and large: the second step of Hunter,
 * `merge` of Apache Otava (otava/analysis.py). The weakest has the largest p-value, while that is not below `maxPValue`;
 * after that, the least magnitude, while that is not above `minMagnitude`.
 *
 * After a removal Otava judges the two points behind it again. The one before it, whose segment has grown as well, keeps
 * what it was until it is behind another removal. So it is here, because answers depend on it: a p-value, a magnitude or a
 * mean may be that of a segment which was shorter once.
 */
export function mergeChangePoints(
  weak: readonly number[],
  { judge, length }: JudgedSeries,
  limits: MergeLimits,
): readonly SeriesChangePoint[] {
  const points = weak.map((index, at) => judge(index, { from: weak[at - 1] ?? 0, end: weak[at + 1] ?? length }))
  for (let at = weakest(points, limits); at !== null; at = weakest(points, limits)) {
    points.splice(at, 1)
    judgeAgain(points, at, { judge, length })
    judgeAgain(points, at + 1, { judge, length })
  }
  return points
}

function judgeAgain(points: SeriesChangePoint[], at: number, { judge, length }: JudgedSeries): void {
  const point = points[at]
  if (point === undefined) return
  points[at] = judge(point.index, { from: points[at - 1]?.index ?? 0, end: points[at + 1]?.index ?? length })
}

/** Where in the list the point is that goes next; null: all may stay. Of equal ones the first. */
export function weakest(points: readonly SeriesChangePoint[], { maxPValue, minMagnitude }: MergeLimits): number | null {
  if (points.length === 0) return null
  const leastSure = firstLargest(points.map(({ pValue }) => pValue))
  if (!((points[leastSure]?.pValue ?? 1) < maxPValue)) return leastSure
  const smallest = firstLargest(points.map(({ magnitude }) => -magnitude))
  return (points[smallest]?.magnitude ?? 0) > minMagnitude ? null : smallest
}

/** A NaN at the start counts as the largest, elsewhere it is passed by, as Python's `max` does it. */
function firstLargest(numbers: readonly number[]): number {
  let largest = 0
  for (let at = 1; at < numbers.length; at++) if ((numbers[at] ?? 0) > (numbers[largest] ?? 0)) largest = at
  return largest
}
