import { parseDecimal } from '../../model/decimal.js'
import type { Field } from '../field.js'
import { tightenLimit } from '../tighten.js'
import type { LimitDetails } from './field-details.js'
import { decimalText } from './percent.js'

/** A difference between two percentages, in percentage points: `0.1`, `0.1 points`. Never negative. */
export function points(details: LimitDetails): Field<string | null> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback ?? '',
    jsonSchema: {
      oneOf: [
        { type: 'number', minimum: 0 },
        { type: 'string', pattern: '^\\d+(\\.\\d+)?(\\s*points)?$' },
      ],
    },
    parse(raw) {
      const text = decimalText(raw, 'points')
      const decimal = text === null ? null : parseDecimal(text)
      if (text === null || decimal === null || decimal.units < 0n)
        return { ok: false, expected: 'percentage points, such as 0.1' }
      return { ok: true, value: text }
    },
    tighten: tightenLimit(details.stricter),
  }
}
