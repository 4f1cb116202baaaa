import { isDay } from '../../model/day.js'

export const DAY_SCHEMA = { type: 'string', pattern: '^\\d{4}-\\d\\d-\\d\\d$' }

/** A day such as 2026-01-31; null: it is none. YAML makes a date of a bare day in some readers. */
export function parseDay(raw: unknown): string | null {
  const text = raw instanceof Date ? raw.toISOString().slice(0, 10) : raw
  return typeof text === 'string' && isDay(text) ? text : null
}
