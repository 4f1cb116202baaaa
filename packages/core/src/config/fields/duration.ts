import type { Field, Parsed } from '../field.js'
import { tightenCountLimit } from '../tighten.js'
import type { FieldDetails } from './field-details.js'

const UNITS_MS: Readonly<Record<string, number>> = { ms: 1, s: 1000, m: 60_000, min: 60_000, h: 3_600_000 }
const WRITTEN = /^\s*(\d{1,9})(?:\.(\d{1,3}))?\s*(ms|s|m|min|h)\s*$/
export const DURATION_SCHEMA = { type: 'string', pattern: '^\\s*\\d{1,9}(?:\\.\\d{1,3})?\\s*(?:ms|s|m|min|h)\\s*$' }

/** A time limit in whole milliseconds, written with its unit: `500ms`, `1.5s`, `10m`. null: none. */
export function duration(details: FieldDetails<number | null>): Field<number | null> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback === null ? '' : durationText(details.fallback),
    stricter: 'lower',
    jsonSchema: DURATION_SCHEMA,
    parse: parseDuration,
    tighten: tightenCountLimit,
    toText: (value) => (value === null ? 'none' : durationText(value)),
  }
}

export function parseDuration(raw: unknown): Parsed<number> {
  const [, whole, fraction, unit] = typeof raw === 'string' ? (WRITTEN.exec(raw) ?? []) : []
  const unitMs = UNITS_MS[unit ?? '']
  if (whole === undefined || unitMs === undefined)
    return { ok: false, expected: 'a time with its unit, such as 500ms, 1.5s or 10m' }
  return {
    ok: true,
    value: Number(whole) * unitMs + Math.round((Number(`0.${fraction ?? '0'}`) * 1000 * unitMs) / 1000),
  }
}

/** As somebody would write it: `1500ms` is `1.5s`. */
export function durationText(durationMs: number): string {
  for (const unit of ['h', 'm', 's'] as const) {
    const unitMs = UNITS_MS[unit] ?? 1
    if (durationMs >= unitMs && Number.isInteger((durationMs * 1000) / unitMs)) return `${durationMs / unitMs}${unit}`
  }
  return `${durationMs}ms`
}
