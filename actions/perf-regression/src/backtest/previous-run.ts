import { toLogValues } from '../judging/series/log-values.js'
import type { Suite } from '../judging/series/suite.js'

/** What a limit against the run before would have said. */
export interface PreviousRunReplay {
  /** Pairs of neighbouring points. */
  readonly comparisons: number
  readonly alarms: number
  /** Alarms whose next point is no longer worse than the one before the alarm by the limit. */
  readonly undone: number
  readonly runs: number
  /** Runs with an alarm. */
  readonly redRuns: number
}

/** @param limit how much worse than the run before is too much, as a share: 0.1 */
export function replayPreviousRun({ commits, series }: Suite, limit: number): PreviousRunReplay {
  const redRuns = new Set<number>()
  const counts = { comparisons: 0, alarms: 0, undone: 0 }
  for (const each of series) {
    const points = Array.from(toLogValues(each, 0).values, (value, at) => ({ value, at })).filter(
      ({ value }) => !Number.isNaN(value),
    )
    const isBeyond = (from: number, to: number) =>
      (points[to]?.value ?? Number.NaN) - (points[from]?.value ?? Number.NaN) > Math.log1p(limit)
    counts.comparisons += Math.max(0, points.length - 1)
    for (const [index, { at }] of points.entries()) {
      if (!isBeyond(index - 1, index)) continue
      counts.alarms++
      redRuns.add(at)
      if (index + 1 < points.length && !isBeyond(index - 1, index + 1)) counts.undone++
    }
  }
  return { ...counts, runs: commits.length, redRuns: redRuns.size }
}
