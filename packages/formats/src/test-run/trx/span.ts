import { instantOf } from '../../instant.js'

/** Of .NET's TimeSpan: `1.02:03:04.5678901`, in days, hours, minutes, seconds and ten millionths of one. */
const SPAN = /^(?:(\d{1,2})\.)?(\d{1,2}):(\d{2}):(\d{2})(?:\.(\d{1,7}))?$/
const FRACTION = /[.,](\d+)/
const MAX_US = 31 * 24 * 60 * 60 * 1_000_000

/** Whole microseconds; null for what is no span, or longer than a month. */
export function spanUs(written: string | null): number | null {
  const [, days = '0', hours, minutes, seconds, fraction = ''] = SPAN.exec(written ?? '') ?? []
  if (hours === undefined || minutes === undefined || seconds === undefined) return null
  const wholeSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds)
  const us = wholeSeconds * 1_000_000 + Math.round(Number(fraction.padEnd(7, '0')) / 10)
  return us > MAX_US ? null : us
}

/** Whole microseconds between two moments; null where one of them is none, has no zone, or they are in no order. */
export function elapsedUs(start: string | null, finish: string | null): number | null {
  const [from, to] = [momentUs(start), momentUs(finish)]
  if (from === null || to === null) return null
  return to < from || to - from > MAX_US ? null : to - from
}

function momentUs(written: string | null): number | null {
  const instant = instantOf(written)
  if (instant === null) return null
  // Dates hold milliseconds, TRX ten thousandths of one.
  const [, digits = ''] = FRACTION.exec(written ?? '') ?? []
  return Date.parse(instant) * 1_000 + Number(digits.padEnd(6, '0').slice(3, 6))
}
