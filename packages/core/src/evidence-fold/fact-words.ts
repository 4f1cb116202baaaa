import { ascendingFact, type FactReader, integerFact, listFact, shapedFact, textFact } from './read-facts.js'

const PATH_CHARACTERS = 4096
const MESSAGE_CHARACTERS = 20_000

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
