import { addDays, type Weekday, weekdayOf } from '../model/day.js'
import { firstMomentAt, wallTimeAt } from './time-zone.js'

/** When people are at work. */
export interface BusinessCalendar {
  /** IANA name, as {@link isTimeZone} knows them. */
  readonly timeZone: string
  /** By weekday, ascending and apart from each other; a day without any is free. */
  readonly hours: Readonly<Record<Weekday, readonly OpenHours[]>>
  readonly holidays: readonly Holiday[]
}

/** A part of a day, since midnight as clocks show it; the end is outside, and at most 24 hours. */
export interface OpenHours {
  readonly fromMs: number
  readonly toMs: number
}

export interface Holiday {
  /** `2026-12-25`, or `12-25` for every year. */
  readonly day: string
  readonly name: string
}

/** Moments in milliseconds since 1970; the end is outside. */
interface OpenRange {
  readonly fromMs: number
  readonly toMs: number
}

/** Longer than any list of holidays goes on; behind that nobody is ever at work. */
const SEARCHED_DAYS = 4000

/** Why the day is free, in the words of the calendar; null: it is no holiday. */
export function holidayOn({ holidays }: Pick<BusinessCalendar, 'holidays'>, day: string): string | null {
  return holidays.find((holiday) => holiday.day === day || holiday.day === day.slice(5))?.name ?? null
}

export function isOpen(calendar: BusinessCalendar, atMs: number): boolean {
  return nextOpen(calendar, atMs) === atMs
}

/** The moment itself where it is in business hours, else when the next ones begin; null: never. */
export function nextOpen(calendar: BusinessCalendar, atMs: number): number | null {
  for (const { fromMs } of rangesFrom(calendar, atMs)) return Math.max(fromMs, atMs)
  return null
}

/** The first moment before which so much of business hours has passed since a moment; null: it never comes. */
export function addBusinessTime(calendar: BusinessCalendar, atMs: number, durationMs: number): number | null {
  if (durationMs <= 0) return atMs
  let leftMs = durationMs
  for (const { fromMs, toMs } of rangesFrom(calendar, atMs)) {
    const startMs = Math.max(fromMs, atMs)
    if (toMs - startMs >= leftMs) return startMs + leftMs
    leftMs -= toMs - startMs
  }
  return null
}

/** When business begins on the next day on which it does, even before the beginning of today's; null: never. */
export function nextBusinessDay(calendar: BusinessCalendar, atMs: number): number | null {
  const { day } = wallTimeAt(calendar.timeZone, atMs)
  for (let later = 1; later <= SEARCHED_DAYS; later++) {
    const [first] = rangesOn(calendar, addDays(day, later))
    if (first !== undefined && first.fromMs > atMs) return first.fromMs
  }
  return null
}

/** What ends behind a moment, in order. Yesterday's hours end when today's date first comes up, so they are over. */
function* rangesFrom(calendar: BusinessCalendar, atMs: number): Generator<OpenRange> {
  const { day } = wallTimeAt(calendar.timeZone, atMs)
  for (let later = 0; later <= SEARCHED_DAYS; later++)
    for (const range of rangesOn(calendar, addDays(day, later))) if (range.toMs > atMs) yield range
}

/** Summer time may leave hours out, and the date line a whole day: of those nothing is left. */
function rangesOn(calendar: BusinessCalendar, day: string): readonly OpenRange[] {
  const { timeZone, hours } = calendar
  const ofDay = hours[weekdayOf(day)]
  if (ofDay.length === 0 || holidayOn(calendar, day) !== null) return []
  return ofDay
    .map(({ fromMs, toMs }) => ({
      fromMs: firstMomentAt(timeZone, { day, timeMs: fromMs }),
      toMs: firstMomentAt(timeZone, { day, timeMs: toMs }),
    }))
    .filter(({ fromMs, toMs }) => fromMs < toMs)
}
