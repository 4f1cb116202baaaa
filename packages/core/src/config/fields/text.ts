import type { Field } from '../field.js'
import type { FieldDetails } from './field-details.js'

/** One line of text; null when nobody wrote it. */
export function text(details: FieldDetails<string | null>): Field<string | null> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback ?? '',
    stricter: null,
    jsonSchema: { type: 'string', pattern: '^\\s*\\S([^\\r\\n]*\\S)?\\s*$' },
    parse(raw) {
      const value = typeof raw === 'string' ? raw.trim() : ''
      return value === '' || /[\r\n]/.test(value) ? { ok: false, expected: 'one line of text' } : { ok: true, value }
    },
  }
}
