import {
  ascendingFact,
  type FactReader,
  integerFact,
  listFact,
  shapedFact,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import { MAX_ATTEMPTS } from '@testwarden/history/tests/cells-text'

const PATH_CHARACTERS = 4096
/** A path of fifty suites of a thousand characters each, with a file and a name. */
const KEY_CHARACTERS = 60_000
const MESSAGE_CHARACTERS = 20_000
export const TESTS_MAX = 1_000_000
export const SOME_MAX = 10_000

export const key = textFact(KEY_CHARACTERS)
export const path = textFact(PATH_CHARACTERS)
export const message = textFact(MESSAGE_CHARACTERS)
export const word = textFact(200)
export const count = integerFact()
export const line = integerFact(1)
export const sha = shapedFact('a sha', (text) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(text))
export const time = shapedFact(
  'a time in UTC',
  (text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?Z$/.test(text) && isDate(text),
)
export const day = shapedFact('a day', (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isDate(text))
export const outcome = shapedFact(
  'letters of attempts',
  (text) => text.length <= MAX_ATTEMPTS && /^[PFES]+$/.test(text),
)

/** A list in which each key is greater than the one before it. */
export function byKey<Value extends { readonly key: string }>(
  read: FactReader<Value>,
  maxItems: number,
): FactReader<readonly Value[]> {
  return ascendingFact(listFact(read, maxItems), (value) => value.key)
}

/** Digits alone may name a thirteenth month. */
function isDate(text: string): boolean {
  return !Number.isNaN(Date.parse(text))
}
