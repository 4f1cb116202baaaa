import { type BusinessCalendar, isOpen } from '@testwarden/core/calendar/business-calendar'
import { wallTimeAt } from '@testwarden/core/calendar/time-zone'
import { quantile } from '@testwarden/stats/quantile'
import type { Page, ReplayedIncident } from './replayed-incident.js'

/** What incidents would have cost. */
export interface IncidentCounts {
  readonly incidents: number
  /** Of them, those that came back shortly after their end. */
  readonly reopened: number
  /** Tellings of levels, and of services that keep the minutes themselves. */
  readonly pages: number
  readonly pagesOutsideHours: number
  /** Of those, at a time when people sleep. */
  readonly pagesAtNight: number
  /** Tellings of levels that nobody is behind; none of them is one of {@link pages}. */
  readonly unheard: number
  /** Green again before those who were told first had to answer. */
  readonly overBeforeAnswer: number
  /** Median from the first bad run until it was opened; null: of no incident. */
  readonly delayMs: number | null
}

/** Over those that are over; from the first bad run to the green one. */
export interface Recovery {
  readonly incidents: number
  /** null: of no incident. */
  readonly medianMs: number | null
  readonly p90Ms: number | null
  readonly longestMs: number | null
}

const HOUR_MS = 60 * 60_000
/** Clocks at night, where those are no business hours. */
const NIGHT = { fromMs: 22 * HOUR_MS, toMs: 6 * HOUR_MS }

export function countIncidents(all: readonly ReplayedIncident[], calendar: BusinessCalendar): IncidentCounts {
  const told = all.flatMap(({ pages }) => pages)
  const pages = told.filter(({ reachesSomebody }) => reachesSomebody)
  const outside = pages.filter(({ atMs }) => !isOpen(calendar, atMs))
  return {
    incidents: all.length,
    reopened: all.filter(({ isReopened }) => isReopened).length,
    pages: pages.length,
    pagesOutsideHours: outside.length,
    pagesAtNight: outside.filter((page) => isAtNight(page, calendar)).length,
    unheard: told.length - pages.length,
    overBeforeAnswer: all.filter(isOverBeforeAnswer).length,
    delayMs: wholeQuantile(
      all.map(({ since, opened }) => Date.parse(opened) - Date.parse(since)),
      0.5,
    ),
  }
}

export function recoveryOf(all: readonly ReplayedIncident[]): Recovery {
  const times = all.flatMap(({ since, green }) => (green === null ? [] : [Date.parse(green) - Date.parse(since)]))
  return {
    incidents: times.length,
    medianMs: wholeQuantile(times, 0.5),
    p90Ms: wholeQuantile(times, 0.9),
    longestMs: wholeQuantile(times, 1),
  }
}

function isAtNight({ atMs }: Page, { timeZone }: BusinessCalendar): boolean {
  const { timeMs } = wallTimeAt(timeZone, atMs)
  return timeMs >= NIGHT.fromMs || timeMs < NIGHT.toMs
}

/** Whoever never has to answer is never too late. */
function isOverBeforeAnswer({ green, answerByMs }: ReplayedIncident): boolean {
  return green !== null && Number.isFinite(answerByMs) && Date.parse(green) <= answerByMs
}

function wholeQuantile(values: readonly number[], share: number): number | null {
  return values.length === 0 ? null : Math.round(quantile(values, share))
}
