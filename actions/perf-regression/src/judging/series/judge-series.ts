import type { HistoryPolicy } from './history-policy.js'
import { fromLog } from './log-values.js'
import { indexesOfPoints, withoutShift } from './points.js'
import type { SuiteReplay } from './replay-suite.js'
import type { RatioInterval, SeriesJudgement, SeriesState, Standing } from './series-judgement.js'
import type { SeriesTracker } from './series-tracker.js'
import type { Suite } from './suite.js'
import { visibleSlowdown } from './visible.js'

const TWICE = Math.log(2)

/** Normal quantile of a two-sided 95 %. */
const CONFIDENT = 1.96

export interface SeriesQuestion {
  readonly suite: Suite
  readonly replay: SuiteReplay
  readonly policy: HistoryPolicy
  /** Of the series. */
  readonly index: number
}

/** null where the suite has no such series. */
export function judgeSeries({ suite, replay, policy, index }: SeriesQuestion): SeriesJudgement | null {
  const series = suite.series[index]
  const tracker = replay.tracker.series[index]
  const logs = replay.logs[index]
  if (series === undefined || tracker === undefined || logs === undefined) return null
  const end = suite.commits.length
  const lastPoint = indexesOfPoints(logs, { from: 0, to: end }).at(-1) ?? null
  const isPresent = lastPoint !== null && lastPoint === end - 1
  const visible = visibleSlowdown(policy, tracker)
  const state = stateOf(tracker, { lastPoint, visible })
  const distance =
    tracker.regression?.level ?? (lastPoint === null ? Number.NaN : withoutShift(logs, replay.shifts, lastPoint))
  const since = sinceOf(tracker, state)
  return {
    key: series.key,
    state,
    standing: standingOf(tracker, policy.advisory.has(series.key)),
    isRed: isPresent && tracker.isRed,
    points: tracker.points,
    baseline: known(fromLog(tracker.baseline.level, series.direction)),
    now: isPresent ? (series.values[end - 1] ?? null) : null,
    ratio: known(Math.exp(distance - tracker.baseline.level)),
    interval: intervalOf(tracker, { policy, distance: distance - tracker.baseline.level }),
    noise: known(tracker.baseline.noise),
    since: since === null ? null : (suite.commits[since]?.sha ?? null),
    visible: known(Math.exp(policy.advisory.has(series.key) ? Math.max(visible, TWICE) : visible)),
  }
}

function known(value: number): number | null {
  return Number.isFinite(value) ? value : null
}

function standingOf(tracker: SeriesTracker, isAdvisory: boolean): Standing {
  if (tracker.isYoung) return 'young'
  return isAdvisory ? 'advisory' : 'gates'
}

function stateOf(
  tracker: SeriesTracker,
  { lastPoint, visible }: { readonly lastPoint: number | null; readonly visible: number },
): SeriesState {
  if (lastPoint === null) return 'empty'
  if (tracker.isBelowResolution) return 'below-resolution'
  if (tracker.regression !== null) return tracker.regression.mended.length > 0 ? 'mending' : 'regressed'
  if (tracker.streak.side !== 0) return isWorse(tracker) ? 'provisional' : 'improving'
  const change = tracker.changes.at(-1)
  if (change?.kind === 'improved' && change.knownAt === lastPoint) return 'improved'
  return visible > TWICE ? 'too-noisy' : 'unchanged'
}

function isWorse({ streak, traits }: SeriesTracker): boolean {
  return streak.side === 1 || traits.isTwoSided
}

/** Index of a commit. */
function sinceOf({ regression, streak, changes }: SeriesTracker, state: SeriesState): number | null {
  if (regression !== null) return regression.since
  if (streak.side !== 0) return streak.since
  return state === 'improved' ? (changes.at(-1)?.at ?? null) : null
}

/** Both levels are as doubtful as few points that resemble each other make them. */
function intervalOf(
  { baseline, regression }: SeriesTracker,
  { policy, distance }: { readonly policy: HistoryPolicy; readonly distance: number },
): RatioInterval | null {
  const doubt = doubtOf(policy, baseline.size) + doubtOf(policy, regression?.size ?? 1)
  const reach = CONFIDENT * baseline.noise * Math.sqrt(doubt)
  if (!Number.isFinite(reach + distance)) return null
  return { lower: Math.exp(distance - reach), upper: Math.exp(distance + reach) }
}

/** Variance of a median, in variances of one point. */
function doubtOf({ levelDoubt }: HistoryPolicy, points: number): number {
  return Math.min(1, levelDoubt / points)
}
