import type { HistoryPolicy } from '../judging/series/history-policy.js'
import type { Suite } from '../judging/series/suite.js'
import { findNewReds } from './new-reds.js'
import { outcomeOf, type RedOutcome } from './red-outcome.js'

/** What a policy would have said of every commit, by what was there before it. */
export interface PolicyReplay {
  /** Commits that were replayed. */
  readonly runs: number
  /** Runs in which a series turned red. */
  readonly redRuns: number
  /** Runs in which one turned red that later runs do not confirm. */
  readonly falseRuns: number
  /** Oldest first. */
  readonly reds: readonly ReplayedRed[]
}

export interface ReplayedRed {
  readonly key: string
  /** The commit that turned it red, and the first of the regression. */
  readonly sha: string
  readonly since: string
  /** How much worse it was, above 1. */
  readonly ratio: number
  readonly outcome: RedOutcome
}

export function replayPolicy(suite: Suite, policy: HistoryPolicy): PolicyReplay {
  const { replay, reds } = findNewReds(suite, policy)
  const judged = reds.map((red) => ({ red, outcome: outcomeOf(red, replay) }))
  return {
    runs: suite.commits.length,
    redRuns: new Set(reds.map(({ at }) => at)).size,
    falseRuns: new Set(judged.flatMap(({ red, outcome }) => (outcome === 'false' ? [red.at] : []))).size,
    reds: judged.map(({ red, outcome }) => ({
      key: suite.series[red.series]?.key ?? '',
      sha: suite.commits[red.at]?.sha ?? '',
      since: suite.commits[red.since]?.sha ?? '',
      ratio: Math.exp(red.level - red.baseline),
      outcome,
    })),
  }
}
