import { plainInteger } from '../text/plain-integer.js'
import { CLOSE_BRACKET, COMMA, isDigit, OPEN_BRACKET } from './characters.js'
import type { JsonScalar, JsonVisitor } from './visitor.js'

/** Real tuples are far shorter; what is behind is left out. */
const MAX_LENGTH = 64

/** @param line of the tuple's bracket; null where it was not counted */
type TakeTuple = (tuple: readonly number[], line: number | null) => void

/**
 * An array of short arrays of numbers, such as `[[1, 5, true], [2, 3, false]]`: true and false are 1 and 0, as older
 * tools write them anyway, and what is no number is NaN.
 * @param take gets each of them; the array is filled anew for the next one
 */
export function tuples(take: TakeTuple): JsonVisitor {
  const tuple: number[] = []
  let [length, at] = [0, 0]
  const members: JsonVisitor = {
    scalar(_key, value) {
      if (length < MAX_LENGTH) tuple[length++] = numberOf(value)
    },
    leave() {
      if (tuple.length > length) tuple.length = length
      take(tuple, at)
    },
  }
  return {
    enter(_key, container, line) {
      length = 0
      at = line
      return container === 'array' ? members : null
    },
    readPlain(_key, text, start) {
      const end = readPlainTuple(text, start, tuple)
      if (end !== -1) take(tuple, null)
      return end
    },
  }
}

function numberOf(value: JsonScalar): number {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : Number.NaN
}

/** Reads `[1,2,true]`, without spaces as tools write it that want it short. @returns the offset behind it, or -1 */
function readPlainTuple(text: string, start: number, tuple: number[]): number {
  if (text.charCodeAt(start) !== OPEN_BRACKET) return -1
  let at = start + 1
  for (let length = 0; length < MAX_LENGTH; ) {
    const end = scalarEnd(text, at)
    const value = plainScalar(text, at, end)
    if (value === -1) return -1
    tuple[length++] = value
    const separator = text.charCodeAt(end)
    if (separator === CLOSE_BRACKET) {
      if (tuple.length > length) tuple.length = length
      return end + 1
    }
    if (separator !== COMMA) return -1
    at = end + 1
  }
  return -1
}

/** Behind digits, or behind one of the two words that may stand for a number. */
function scalarEnd(text: string, start: number): number {
  let end = start
  while (isDigit(text.charCodeAt(end))) end++
  if (end > start) return end
  if (text.startsWith('true', start)) return start + 4
  return text.startsWith('false', start) ? start + 5 : start
}

/** -1 for what is no plain scalar. */
function plainScalar(text: string, start: number, end: number): number {
  if (end === start) return -1
  const first = text.charAt(start)
  if (first === 't') return 1
  if (first === 'f') return 0
  return first === '0' && end - start > 1 ? -1 : plainInteger(text, start, end)
}
