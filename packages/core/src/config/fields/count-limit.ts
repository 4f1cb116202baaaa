import type { Field } from '../field.js'
import { tightenCountLimit } from '../tighten.js'
import { count } from './count.js'
import type { FieldDetails } from './field-details.js'

/** A whole number that something must not exceed; one that nobody wrote only advises, null is no limit. */
export function countLimit(details: FieldDetails<number | null>): Field<number | null> {
  const plain = count({ ...details, fallback: details.fallback ?? 0, stricter: 'lower' })
  return {
    ...plain,
    fallback: details.fallback,
    fallbackText: details.fallback === null ? '' : String(details.fallback),
    parse: (raw) => plain.parse(raw),
    tighten: tightenCountLimit,
  }
}
