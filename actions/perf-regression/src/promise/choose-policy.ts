import { type HistoryPolicy, historyPolicy } from '../judging/series/history-policy.js'
import { type SuiteReplay, traitsOf } from '../judging/series/replay-suite.js'
import type { Suite } from '../judging/series/suite.js'
import { visibleSlowdown } from '../judging/series/visible.js'
import { chooseAdvisory } from './choose-advisory.js'
import { countAlarms } from './count-alarms.js'
import type { AlarmCount } from './false-alarm-promise.js'
import { resamplePasts, unchangedPast } from './unchanged-past.js'

/** What is tried, the most sensitive first. */
const LADDER = [3, 3.5, 4, 4.5, 5, 5.5, 6, 7]

/** Noise up to this is steady: what is steady always gates. */
const STEADY_NOISE = 0.05
const SEEN_SLOWDOWN = Math.log(1.25)

const RESAMPLES = 5
const RUNS_OF_RESAMPLE = 600

/** A row of blocks ends streaks that the past would have gone on with. */
const CAUTION = 1 / 3

export interface ChosenPolicy {
  readonly policy: HistoryPolicy
  readonly sigmas: number
  readonly older: AlarmCount
  readonly steady: { readonly all: number; readonly seeing: number }
  /** Whether it keeps the promise and sees enough. */
  readonly isEnough: boolean
}

/**
 * The policy that keeps to `promised` on the older half and lets the most series see 25 % slower. It is looked for from the
 * most sensitive one on, until one needs no advisory series: a stricter one sees less.
 */
export function choosePolicy(
  suite: Suite,
  replay: SuiteReplay,
  { promised, minEffect }: { readonly promised: number; readonly minEffect: number },
): ChosenPolicy | null {
  const pasts = resamplePasts(unchangedPast(replay), RESAMPLES, RUNS_OF_RESAMPLE)
  let best: (ChosenPolicy & { readonly seeing: number }) | null = null
  for (const sigmas of LADDER) {
    const tried = historyPolicy(sigmas, minEffect)
    const counted = countAlarms(pasts, tried, traitsOf(suite, tried))
    const allowed = Math.floor((CAUTION * counted.runs) / promised)
    const noiseOf = (series: number) => replay.tracker.series[series]?.baseline.noise ?? Number.NaN
    const { advisory, alarms } = chooseAdvisory(counted, { allowed, mayAdvise: (each) => noiseOf(each) > STEADY_NOISE })
    const seeing = suite.series.flatMap((_, series) =>
      advisory.has(series) || !sees(tried, replay, series) ? [] : [series],
    )
    const steady = suite.series.flatMap((_, series) => (noiseOf(series) <= STEADY_NOISE ? [series] : []))
    const steadySeeing = seeing.filter((series) => noiseOf(series) <= STEADY_NOISE).length
    const isEnough = alarms <= allowed && steadySeeing * 2 >= steady.length
    const keys = new Set(suite.series.flatMap(({ key }, series) => (advisory.has(series) ? [key] : [])))
    const chosen = {
      policy: { ...tried, advisory: keys },
      sigmas,
      older: { alarms, runs: counted.runs },
      steady: { all: steady.length, seeing: steadySeeing },
      isEnough,
      seeing: seeing.length,
    }
    if (best === null || (isEnough && (!best.isEnough || chosen.seeing > best.seeing))) best = chosen
    if (isEnough && advisory.size === 0) break
  }
  return best
}

function sees(policy: HistoryPolicy, { tracker }: SuiteReplay, series: number): boolean {
  const each = tracker.series[series]
  return each !== undefined && visibleSlowdown(policy, each) <= SEEN_SLOWDOWN
}
