import { fillMissing } from './fill-missing.js'
import { type MergeLimits, weakest } from './merge-change-points.js'
import { createJudge, type JudgeCut, type SeriesChangePoint } from './series-change-point.js'

export interface SteadyLimits extends MergeLimits {
  /** So many values a segment must have at least. */
  readonly shortest: number
}

export interface SteadyChangePoint extends SeriesChangePoint {
  /** Fewer values than the shortest segment have come since: a spike may look the same. */
  readonly isProvisional: boolean
}

/**
 * Those change points whose segments are long enough, so that a single spike is none; ours, not Otava's. Of the points
 * around a segment that is too short the weakest goes, and those that no longer hold without it. The segment at the end
 * may be short, its point is provisional then. Each point is judged by the segments that are left.
 *
 * @param points of the same series, ascending
 */
export function steadyChangePoints(
  series: readonly (number | null)[],
  points: readonly SeriesChangePoint[],
  limits: SteadyLimits,
): readonly SteadyChangePoint[] {
  const values = fillMissing(series)
  if (values === null) return []
  const judgeAll = judgeByNeighbours(createJudge(values), values.length)
  let left = judgeAll(points)
  for (let weak = nextToGo(left, limits); weak !== null; weak = nextToGo(left, limits)) {
    const { index } = weak
    left = judgeAll(left.filter((point) => point.index !== index))
  }
  return left.map((point) => ({ ...point, isProvisional: values.length - point.index < limits.shortest }))
}

function judgeByNeighbours(judge: JudgeCut, length: number) {
  return (points: readonly SeriesChangePoint[]) =>
    points.map(({ index }, at) =>
      judge(index, { from: points[at - 1]?.index ?? 0, end: points[at + 1]?.index ?? length }),
    )
}

function nextToGo(points: readonly SeriesChangePoint[], limits: SteadyLimits): SeriesChangePoint | null {
  const crowded = points.filter((_, at) => isCrowded(points, at, limits.shortest))
  // No p-value is below 0, so one of the crowded goes, the least sure.
  const among = crowded.length > 0 ? { from: crowded, limits: { ...limits, maxPValue: 0 } } : { from: points, limits }
  return among.from[weakest(among.from, among.limits) ?? -1] ?? null
}

/** Whether the segment before or behind the point is too short. The last one is allowed to be. */
function isCrowded(points: readonly SeriesChangePoint[], at: number, shortest: number): boolean {
  const index = points[at]?.index ?? 0
  const next = points[at + 1]
  return index - (points[at - 1]?.index ?? 0) < shortest || (next !== undefined && next.index - index < shortest)
}
