import { compareDecimals, type Decimal, parseDecimal } from '../../model/decimal.js'
import type { Field, Parsed } from '../field.js'
import { tightenLimit } from '../tighten.js'
import type { LimitDetails } from './field-details.js'

const ZERO: Decimal = { units: 0n, scale: 0 }
const HUNDRED: Decimal = { units: 100n, scale: 0 }

/** From 0 to 100, with at most fifteen digits before and after the point, as {@link parseDecimal} has them. */
const HUNDRED_AT_MOST = '0{0,12}(?:100(?:\\.0{1,15})?|0?\\d{1,2}(?:\\.\\d{1,15})?)'

/** What {@link parsePercent} takes. */
export const PERCENT_SCHEMAS = [
  { type: 'number', minimum: 0, maximum: 100 },
  { type: 'string', pattern: `^\\s*${HUNDRED_AT_MOST}\\s*%?\\s*$` },
] as const

/** What {@link points} takes: no two percentages are further apart. */
export const POINTS_SCHEMAS = [
  { type: 'number', minimum: 0, maximum: 100 },
  { type: 'string', pattern: `^\\s*${HUNDRED_AT_MOST}\\s*(?:points)?\\s*$` },
] as const

/** A limit from 0 to 100 %, kept as the exact decimal that its author wrote: `90`, `84.5` or `84.5%`. */
export function percent(details: LimitDetails): Field<string | null> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback === null ? '' : `${details.fallback}%`,
    jsonSchema: { anyOf: PERCENT_SCHEMAS },
    parse: parsePercent,
    tighten: tightenLimit(details.stricter),
  }
}

/** @param raw a number or a text such as `84.5%` */
export function parsePercent(raw: unknown): Parsed<string> {
  const text = upToHundred(raw, '%')
  return text === null
    ? { ok: false, expected: 'a percentage from 0 to 100, such as 90% or 84.5' }
    : { ok: true, value: text }
}

/** The exact decimal of a YAML number or of a text with an optional suffix; null when it is none from 0 to 100. */
export function upToHundred(raw: unknown, suffix: string): string | null {
  const text = typeof raw === 'number' ? numberText(raw) : typeof raw === 'string' ? withoutSuffix(raw, suffix) : ''
  const decimal = /^[+-]/.test(text) ? null : parseDecimal(text)
  if (decimal === null || compareDecimals(decimal, ZERO) < 0 || compareDecimals(decimal, HUNDRED) > 0) return null
  return text
}

/** Nobody writes a limit with more digits than a decimal of ours has. */
function numberText(value: number): string {
  const text = String(value)
  return parseDecimal(text) !== null ? text : value.toFixed(15).replace(/\.?0+$/, '')
}

function withoutSuffix(raw: string, suffix: string): string {
  const text = raw.trim()
  return text.endsWith(suffix) ? text.slice(0, -suffix.length).trim() : text
}
