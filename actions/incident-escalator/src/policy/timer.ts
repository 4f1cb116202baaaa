import { addBusinessTime, type BusinessCalendar, nextBusinessDay } from '@testwarden/core/calendar/business-calendar'

/** How long those who were told have before the next level is. */
export type Timer =
  | { readonly kind: 'time'; readonly durationMs: number }
  /** Only business hours count. */
  | { readonly kind: 'business-time'; readonly durationMs: number }
  /** Until business begins on the next day that is one. */
  | { readonly kind: 'next-business-day' }
  /** There is no next level. */
  | { readonly kind: 'never' }

/** When a timer that begins at a moment has run; `Infinity`: never. */
export function timerEnd(timer: Timer, calendar: BusinessCalendar, fromMs: number): number {
  switch (timer.kind) {
    case 'time':
      return fromMs + timer.durationMs
    case 'business-time':
      return addBusinessTime(calendar, fromMs, timer.durationMs) ?? Number.POSITIVE_INFINITY
    case 'next-business-day':
      return nextBusinessDay(calendar, fromMs) ?? Number.POSITIVE_INFINITY
    case 'never':
      return Number.POSITIVE_INFINITY
  }
}
