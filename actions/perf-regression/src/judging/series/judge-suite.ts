import type { HistoryPolicy } from './history-policy.js'
import { judgeSeries } from './judge-series.js'
import { judgeShift, type ShiftJudgement } from './judge-shift.js'
import { replaySuite } from './replay-suite.js'
import type { SeriesJudgement } from './series-judgement.js'
import type { Suite } from './suite.js'

export interface SuiteJudgement {
  readonly shift: ShiftJudgement
  /** In the order of the suite. */
  readonly series: readonly SeriesJudgement[]
}

/**
 * Judges every series at the suite's last commit, by what was there before each of its commits: docs/slowness.md. In time
 * that grows with the number of points.
 */
export function judgeSuite(suite: Suite, policy: HistoryPolicy): SuiteJudgement {
  const replay = replaySuite(suite, policy, () => undefined)
  return {
    shift: judgeShift(suite, replay),
    series: suite.series.flatMap((_, index) => judgeSeries({ suite, replay, policy, index }) ?? []),
  }
}
