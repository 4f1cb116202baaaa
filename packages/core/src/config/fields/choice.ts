import type { Field } from '../field.js'
import type { FieldDetails } from './field-details.js'

/** One of a few words. */
export function choice<const Word extends string>(
  words: readonly Word[],
  details: FieldDetails<NoInfer<Word>>,
): Field<Word> {
  return {
    ...details,
    type: 'field',
    fallbackText: details.fallback,
    stricter: null,
    jsonSchema: { enum: words },
    parse(raw) {
      const word = words.find((candidate) => candidate === raw)
      return word === undefined ? { ok: false, expected: `one of ${words.join(', ')}` } : { ok: true, value: word }
    },
  }
}
