import { mannKendall } from '@testwarden/stats/mann-kendall'
import { theilSenSlope } from '@testwarden/stats/theil-sen'
import type { HistoryPolicy } from './history-policy.js'
import { toLogValues } from './log-values.js'
import type { Series } from './suite.js'

/** Where a series is heading. Informs; decides nothing. */
export interface Trend {
  readonly kind: 'improving' | 'steady' | 'declining'
  /** What the line through its points changed by over all of them, as a ratio: above 1 is worse. */
  readonly ratio: number
  readonly points: number
}

/** Pairs grow with the square of the points, and what was long ago is no trend. */
const RECENT_POINTS = 60
const FEWEST_POINTS = 10

/** Normal quantile of a two-sided 99 %. */
const SIGNIFICANT = 2.58

/** By how much values that resemble their neighbours (with 0.6) widen the test's deviation: the root of 1.6 / 0.4. */
const RESEMBLANCE = 2

/**
 * By the last 60 points: a line that rises or falls by at least the smallest effect of the policy (Theil and Sen), and
 * more steadily than chance has it (Mann and Kendall). null of fewer than ten points.
 */
export function trendOf(series: Series, policy: Pick<HistoryPolicy, 'minEffect' | 'leastValue'>): Trend | null {
  const { values } = toLogValues(series, policy.leastValue)
  const points = values.filter((value) => !Number.isNaN(value)).slice(-RECENT_POINTS)
  if (points.length < FEWEST_POINTS) return null
  const change = theilSenSlope(points) * (points.length - 1)
  const isSteady = Math.abs(mannKendall(points).z) < SIGNIFICANT * RESEMBLANCE
  const isSmall = Math.abs(change) < Math.log1p(series.minEffect ?? policy.minEffect)
  const kind = isSteady || isSmall ? 'steady' : change > 0 ? 'declining' : 'improving'
  return { kind, ratio: Math.exp(change), points: points.length }
}
