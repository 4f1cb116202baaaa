const ZONED = /^\s*(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?)\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})\s*$/i

/** A moment as ISO 8601 in UTC; null for one without a zone, because nobody knows when that was, and for nonsense. */
export function instantOf(written: string | null): string | null {
  const [, day, time, zone] = ZONED.exec(written ?? '') ?? []
  if (day === undefined || time === undefined || zone === undefined) return null
  const offset = /^[+-]/.test(zone) ? zone.replace(/^(...):?(..)$/, '$1:$2') : 'Z'
  const moment = new Date(`${day}T${time.replace(',', '.')}${offset}`)
  return Number.isNaN(moment.getTime()) ? null : moment.toISOString()
}

const EARLIEST = Date.UTC(2000, 0)
const LATEST = Date.UTC(2100, 0)

/** Milliseconds since 1970 as a moment; null for what lies outside of this century. */
export function instantOfMilliseconds(milliseconds: number | null): string | null {
  const isPlausible = milliseconds !== null && milliseconds >= EARLIEST && milliseconds < LATEST
  return isPlausible ? new Date(milliseconds).toISOString() : null
}
