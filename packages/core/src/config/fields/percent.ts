import { compareDecimals, type Decimal, parseDecimal } from '../../model/decimal.js'
import type { Field, Parsed } from '../field.js'
import { tightenLimit } from '../tighten.js'
import type { LimitDetails } from './field-details.js'

const ZERO: Decimal = { units: 0n, scale: 0 }
const HUNDRED: Decimal = { units: 100n, scale: 0 }

/** A limit from 0 to 100 %, kept as the exact decimal that its author wrote: `90`, `84.5` or `84.5%`. */
export function percent(details: LimitDetails): Field<string | null> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback === null ? '' : `${details.fallback}%`,
    jsonSchema: {
      oneOf: [
        { type: 'number', minimum: 0, maximum: 100 },
        { type: 'string', pattern: '^\\d+(\\.\\d+)?\\s*%?$' },
      ],
    },
    parse: parsePercent,
    tighten: tightenLimit(details.stricter),
  }
}

/** @param raw a number or a text such as `84.5%` */
export function parsePercent(raw: unknown): Parsed<string> {
  const text = decimalText(raw, '%')
  const decimal = text === null ? null : parseDecimal(text)
  if (text === null || decimal === null || compareDecimals(decimal, ZERO) < 0 || compareDecimals(decimal, HUNDRED) > 0)
    return { ok: false, expected: 'a percentage from 0 to 100, such as 90% or 84.5' }
  return { ok: true, value: text }
}

/** The digits of a YAML number or of a text with an optional suffix; null when it is neither. */
export function decimalText(raw: unknown, suffix: string): string | null {
  if (typeof raw === 'number') return String(raw)
  if (typeof raw !== 'string') return null
  const text = raw.trim()
  return text.endsWith(suffix) ? text.slice(0, -suffix.length).trim() : text
}
