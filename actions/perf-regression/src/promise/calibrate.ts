import { rateUpperBound } from '@testwarden/stats/rate-bound'
import { findNewReds } from '../backtest/new-reds.js'
import { outcomeOf } from '../backtest/red-outcome.js'
import { assumedSigmas, type HistoryPolicy, historyPolicy } from '../judging/series/history-policy.js'
import { replaySuite } from '../judging/series/replay-suite.js'
import type { Suite } from '../judging/series/suite.js'
import { choosePolicy, type PromiseWish } from './choose-policy.js'
import type { CalibratedPromise, FalseAlarmPromise } from './false-alarm-promise.js'

/** Of fewer runs nothing can be promised, and less than three times the promised ones would tell nothing of it. */
const FEWEST_RUNS = 600
const FEWEST_TIMES = 3

const CONFIDENCE = 0.95

/**
 * Chooses how much must be asked of a change so that no more than the promised runs are red without a reason, over the
 * whole suite, by its own past. The same past gives the same policy.
 */
export function calibrate(suite: Suite, wish: PromiseWish): FalseAlarmPromise {
  const runs = suite.commits.length
  const needed = Math.max(FEWEST_RUNS, FEWEST_TIMES * wish.promised)
  const assumed = historyPolicy(assumedSigmas(suite.series.length), wish.minEffect)
  if (runs < needed) return { kind: 'too-early', policy: assumed, runs, needed }
  const half = Math.floor(runs / 2)
  const older = firstRuns(suite, half)
  const { isEnough, policy, sigmas, steady, ...chosen } = choosePolicy(
    older,
    replaySuite(older, assumed, () => undefined),
    wish,
  )
  const newer = verify(suite, policy, half)
  return {
    kind: isEnough ? 'chosen' : 'impossible',
    policy,
    sigmas,
    promised: wish.promised,
    older: chosen.older,
    newer,
    isHeld: newer.alarms * wish.promised <= newer.runs,
    steady,
  }
}

function firstRuns({ commits, series }: Suite, runs: number): Suite {
  return {
    commits: commits.slice(0, runs),
    series: series.map((each) => ({ ...each, values: each.values.slice(0, runs) })),
  }
}

/** What the policy would have said of the runs from `from` on, by all that was there before each. */
function verify(suite: Suite, policy: HistoryPolicy, from: number): CalibratedPromise['newer'] {
  const { replay, reds } = findNewReds(suite, policy)
  const judged = reds.filter(({ at }) => at >= from).map((red) => ({ red, outcome: outcomeOf(red, replay) }))
  const runsOf = (outcome: string) =>
    new Set(judged.flatMap((each) => (each.outcome === outcome ? [each.red.at] : []))).size
  const runs = suite.commits.length - from
  const alarms = runsOf('false')
  const upperBound = rateUpperBound({ hits: alarms, trials: runs }, CONFIDENCE)
  return { alarms, runs, undetermined: runsOf('undetermined'), upperBound }
}
