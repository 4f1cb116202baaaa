/** The days of a week, beginning as ISO 8601 has it. */
export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const

export type Weekday = (typeof WEEKDAYS)[number]

const DAY_MS = 24 * 60 * 60 * 1000
/** 1970-01-01 was a Thursday. */
const FIRST_WEEKDAY = 3

/** @param day `2026-01-31` */
export function addDays(day: string, days: number): string {
  return new Date(dayMs(day) + days * DAY_MS).toISOString().slice(0, 10)
}

/** How many days later `day` is than `since`; negative: earlier. */
export function daysBetween(since: string, day: string): number {
  return (dayMs(day) - dayMs(since)) / DAY_MS
}

export function weekdayOf(day: string): Weekday {
  const days = dayMs(day) / DAY_MS + FIRST_WEEKDAY
  return WEEKDAYS[((days % 7) + 7) % 7] ?? 'monday'
}

/** Whether a text is a day of the calendar. The 30th of February is none, though dates count on into March. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const time = dayMs(text)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

/** Milliseconds from 1970 to the beginning of a day where clocks show UTC. */
export function dayMs(day: string): number {
  return Date.parse(`${day}T00:00:00Z`)
}
