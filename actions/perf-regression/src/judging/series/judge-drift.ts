import { median } from '@testwarden/stats/median'
import type { HistoryPolicy } from './history-policy.js'
import { toLogValues } from './log-values.js'
import { indexesOfPoints } from './points.js'
import type { RatioInterval, SeriesJudgement } from './series-judgement.js'
import type { Series, Suite } from './suite.js'
import { FEWEST_FOR_SHIFT } from './suite-tracker.js'

/** What many small steps, none of them worth an alarm, have become since a pinned commit. */
export interface DriftJudgement {
  /** What the median series drifted by, taken off each one: machines change too. null where too few can tell. */
  readonly common: number | null
  /** Of the series that both sides measured, in the order of the suite. */
  readonly series: readonly SeriesDrift[]
}

/** Ratios above 1 are worse. */
export interface SeriesDrift {
  readonly key: string
  readonly direction: Series['direction']
  readonly isDrifted: boolean
  readonly ratio: number
  /** With 95 % confidence; null while the noise is not known: then nothing is drifted. */
  readonly interval: RatioInterval | null
  /** In the unit of the series: at the reference, and the median of the newest points. */
  readonly then: number
  readonly now: number
}

export interface DriftQuestion {
  readonly suite: Suite
  /** Of the suite: it knows the noise. */
  readonly judged: readonly SeriesJudgement[]
  readonly policy: HistoryPolicy
  /** By key, what was measured at the reference. */
  readonly reference: ReadonlyMap<string, number>
  /** By key, how much worse than at the reference a series may be, as a share; null: as it likes. */
  readonly limitOf: (key: string) => number | null
}

/** Now is the median of so many newest points: a longer one would hide a step. */
const RECENT_POINTS = 10

const SIGMAS = 3
const CONFIDENT = 1.96

/** Drifted is what is worse than its limit and three times its doubt. */
export function judgeDrift(question: DriftQuestion): DriftJudgement {
  const measured = measuredOn(question)
  const common = measured.length < FEWEST_FOR_SHIFT ? Number.NaN : median(measured.map(({ change }) => change))
  return {
    common: Number.isNaN(common) ? null : Math.exp(common),
    series: measured.map(({ change, doubt, then, now, key, direction }) => {
      const own = change - (common || 0)
      const limit = question.limitOf(key)
      return {
        key,
        direction,
        isDrifted: limit !== null && own > Math.max(Math.log1p(limit), SIGMAS * doubt),
        ratio: Math.exp(own),
        interval: Number.isNaN(doubt)
          ? null
          : { lower: Math.exp(own - CONFIDENT * doubt), upper: Math.exp(own + CONFIDENT * doubt) },
        then,
        now,
      }
    }),
  }
}

interface Measured extends Pick<SeriesDrift, 'key' | 'direction' | 'then' | 'now'> {
  /** Logarithm of now to then. */
  readonly change: number
  /** Its standard deviation; NaN while the noise is not known. */
  readonly doubt: number
}

function measuredOn({ suite, judged, policy, reference }: DriftQuestion): readonly Measured[] {
  return suite.series.flatMap((series, index) => {
    const then = reference.get(series.key)
    if (then === undefined) return []
    const { values } = toLogValues(series, policy.leastValue)
    const recent = indexesOfPoints({ values }, { from: 0, to: values.length }).slice(-RECENT_POINTS)
    const before = toLogValues({ ...series, values: [then] }, policy.leastValue).values[0] ?? Number.NaN
    const now = median(recent.map((at) => values[at] ?? Number.NaN))
    const change = now - before
    if (Number.isNaN(change)) return []
    const doubt = Math.sqrt(1 + Math.min(1, policy.levelDoubt / recent.length)) * (judged[index]?.noise ?? Number.NaN)
    const { key, direction } = series
    const newest = median(recent.map((at) => series.values[at] ?? Number.NaN))
    return [{ key, direction, change, doubt, then, now: newest }]
  })
}
