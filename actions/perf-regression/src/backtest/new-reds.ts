import type { HistoryPolicy } from '../judging/series/history-policy.js'
import { replaySuite, type SuiteReplay } from '../judging/series/replay-suite.js'
import type { Suite } from '../judging/series/suite.js'

/** A series that turned red, as it was seen then. */
export interface NewRed {
  /** Index of the series in its suite. */
  readonly series: number
  /** Indexes of the commit that turned it red, and of the first of the regression. */
  readonly at: number
  readonly since: number
  /** Logarithms: what it was compared with, and where its values were. */
  readonly baseline: number
  readonly level: number
}

export interface RedsOfSuite {
  readonly replay: SuiteReplay
  /** Oldest first. */
  readonly reds: readonly NewRed[]
}

/** Every series that turned red in the life of a suite, each regression once. */
export function findNewReds(suite: Suite, policy: HistoryPolicy): RedsOfSuite {
  const reds: NewRed[] = []
  const replay = replaySuite(suite, policy, (tracker, at) => {
    for (const series of tracker.takeNewReds()) {
      const { baseline, regression } = tracker.series[series] ?? {}
      if (baseline === undefined || regression == null) continue
      reds.push({ series, at, since: regression.since, baseline: baseline.level, level: regression.level })
    }
  })
  return { replay, reds }
}
