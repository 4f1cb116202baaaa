import { assumedSigmas, historyPolicy } from '../judging/series/history-policy.js'
import { type SuiteReplay, traitsOf } from '../judging/series/replay-suite.js'
import type { Suite } from '../judging/series/suite.js'
import { visibleSlowdown } from '../judging/series/visible.js'
import { chooseAdvisory } from './choose-advisory.js'
import { countAlarms } from './count-alarms.js'
import type { CalibratedPromise } from './false-alarm-promise.js'
import { type RunMatrix, resamplePasts, unchangedPast } from './unchanged-past.js'

/** What is tried, the most sensitive first. */
const LADDER = [3, 3.5, 4, 4.5, 5, 5.5, 6, 7, 8]

/** Noise up to this is steady: what is steady always gates. */
const STEADY_NOISE = 0.05
/** What was measured as this may be steady. */
const LEAST_ADVISORY_NOISE = 0.06
const SEEN_SLOWDOWN = Math.log(1.25)

const RESAMPLES = 5
const RUNS_OF_RESAMPLE = 600

/** A few hundred runs, however often they are drawn again, know little of what happens once in so many. */
const CAUTION = 0.8

/** What is wanted. */
export interface PromiseWish {
  /** One run in so many may be red without a reason. */
  readonly promised: number
  /** As a share. */
  readonly minEffect: number
}

export interface TriedPolicy extends Pick<CalibratedPromise, 'policy' | 'sigmas' | 'older' | 'steady'> {
  /** Series, steady or not, that would fail a run at 25 % slower. */
  readonly seeing: number
  /** Whether it keeps the promise and sees enough. */
  readonly isEnough: boolean
}

/**
 * The policy that keeps to the wish on a past and lets the most series see 25 % slower. It is looked for from the most
 * sensitive one on, until one needs no advisory series: a stricter one would see less. The assumed one where none is enough.
 */
export function choosePolicy(suite: Suite, replay: SuiteReplay, wish: PromiseWish): TriedPolicy {
  const pasts = resamplePasts(unchangedPast(replay), RESAMPLES, RUNS_OF_RESAMPLE)
  const trial = { suite, replay, pasts, wish }
  let best: TriedPolicy | null = null
  for (const sigmas of LADDER) {
    const tried = tryPolicy(sigmas, trial, (noise) => noise > LEAST_ADVISORY_NOISE)
    if (!tried.isEnough) continue
    if (best === null || tried.seeing > best.seeing) best = tried
    if (tried.policy.advisory.size === 0) break
  }
  if (best !== null) return best
  return { ...tryPolicy(assumedSigmas(suite.series.length), trial, () => false), isEnough: false }
}

interface Trial {
  readonly suite: Suite
  readonly replay: SuiteReplay
  readonly pasts: readonly RunMatrix[]
  readonly wish: PromiseWish
}

/** @param mayAdvise of its noise, whether a series may be made advisory */
function tryPolicy(
  sigmas: number,
  { suite, replay, pasts, wish }: Trial,
  mayAdvise: (noise: number) => boolean,
): TriedPolicy {
  const plain = historyPolicy(sigmas, wish.minEffect)
  const counted = countAlarms(pasts, plain, traitsOf(suite, plain))
  const allowed = Math.floor((CAUTION * counted.runs) / wish.promised)
  const noises = replay.tracker.series.map(({ baseline }) => baseline.noise)
  const steady = noises.map((noise) => noise <= STEADY_NOISE)
  const { advisory, alarms } = chooseAdvisory(counted, {
    allowed,
    mayAdvise: (series) => mayAdvise(noises[series] ?? Number.NaN),
  })
  const seeing = replay.tracker.series.map(
    (each, series) => !advisory.has(series) && visibleSlowdown(plain, each) <= SEEN_SLOWDOWN,
  )
  const counts = {
    all: steady.filter(Boolean).length,
    seeing: seeing.filter((sees, series) => sees && steady[series] === true).length,
  }
  const keys = suite.series.flatMap(({ key }, series) => (advisory.has(series) ? [key] : []))
  return {
    policy: { ...plain, advisory: new Set(keys) },
    sigmas,
    older: { alarms, runs: counted.runs },
    steady: counts,
    seeing: seeing.filter(Boolean).length,
    isEnough: alarms <= allowed && counts.seeing * 2 >= counts.all,
  }
}
