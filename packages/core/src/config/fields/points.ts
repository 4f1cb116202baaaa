import type { Field } from '../field.js'
import { tightenLimit } from '../tighten.js'
import type { LimitDetails } from './field-details.js'
import { POINTS_SCHEMAS, upToHundred } from './percent.js'

/** A difference between two percentages, in percentage points: `0.1`, `0.1 points`. Never negative. */
export function points(details: LimitDetails): Field<string | null> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback ?? '',
    jsonSchema: { anyOf: POINTS_SCHEMAS },
    parse(raw) {
      const text = upToHundred(raw, 'points')
      return text === null
        ? { ok: false, expected: 'percentage points from 0 to 100, such as 0.1' }
        : { ok: true, value: text }
    },
    tighten: tightenLimit(details.stricter),
  }
}
