import type { Field } from '../field.js'
import { tightenWord } from '../tighten.js'
import type { FieldDetails } from './field-details.js'

export interface ChoiceDetails<Word extends string> extends FieldDetails<Word> {
  /** For a policy: which words bind harder. One that judges nothing is left out. */
  readonly strictestFirst?: readonly Word[]
}

/** One of a few words. */
export function choice<const Word extends string>(
  words: readonly Word[],
  { strictestFirst, ...details }: ChoiceDetails<NoInfer<Word>>,
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
    ...(strictestFirst === undefined ? {} : { tighten: tightenWord(strictestFirst) }),
  }
}
