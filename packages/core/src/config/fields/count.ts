import type { Field } from '../field.js'
import { tightenCount } from '../tighten.js'
import type { FieldDetails } from './field-details.js'

/** A whole number, zero or more. */
export function count(details: FieldDetails<number> & { readonly stricter: 'higher' | 'lower' | null }): Field<number> {
  return {
    ...details,
    type: 'field',
    fallbackText: String(details.fallback),
    jsonSchema: {
      anyOf: [
        { type: 'integer', minimum: 0, maximum: Number.MAX_SAFE_INTEGER },
        { type: 'string', pattern: '^\\s*\\d{1,15}\\s*$' },
      ],
    },
    parse(raw) {
      const value = typeof raw === 'string' && /^\s*\d{1,15}\s*$/.test(raw) ? Number(raw) : raw
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
        ? { ok: true, value }
        : { ok: false, expected: 'a whole number, zero or more' }
    },
    ...(details.stricter === null ? {} : { tighten: tightenCount(details.stricter) }),
  }
}
