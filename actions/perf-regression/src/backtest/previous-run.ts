import { toLogValues } from '../judging/series/log-values.js'
import type { Suite } from '../judging/series/suite.js'

/** What a limit against the run before would have said. */
export interface PreviousRunReplay {
  /** Runs in which a series was worse than in its run before by the limit. */
  readonly redRuns: number
  /** Runs in which one was that its next point does not confirm. */
  readonly falseRuns: number
}

/** @param limit how much worse than the run before is too much, as a share: 0.1 */
export function replayPreviousRun({ series }: Suite, limit: number): PreviousRunReplay {
  const red = new Set<number>()
  const undone = new Set<number>()
  for (const each of series) {
    const points = Array.from(toLogValues(each, 0).values, (value, at) => ({ value, at })).filter(
      ({ value }) => !Number.isNaN(value),
    )
    const isBeyond = (from: number, to: number) =>
      (points[to]?.value ?? Number.NaN) - (points[from]?.value ?? Number.NaN) > Math.log1p(limit)
    for (const [index, { at }] of points.entries()) {
      if (!isBeyond(index - 1, index)) continue
      red.add(at)
      if (index + 1 < points.length && !isBeyond(index - 1, index + 1)) undone.add(at)
    }
  }
  return { redRuns: red.size, falseRuns: undone.size }
}
