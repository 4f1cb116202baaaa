import { CLOSE_BRACKET, COMMA, OPEN_BRACKET } from './characters.js'
import { type PlainCursor, piece } from './plain-cursor.js'
import type { JsonScalar, JsonVisitor } from './visitor.js'

/** Real tuples are far shorter; what is behind is left out. */
const MAX_LENGTH = 64
const TRUE = piece('true')
const FALSE = piece('false')

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
    readPlain(_key, cursor) {
      const isRead = readPlainTuple(cursor, tuple)
      if (isRead) take(tuple, null)
      return isRead
    },
  }
}

function numberOf(value: JsonScalar): number {
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'number' ? value : Number.NaN
}

/** Reads `[1,2,true]`, without spaces as tools write it that want it short. */
function readPlainTuple(cursor: PlainCursor, tuple: number[]): boolean {
  if (!cursor.takesCharacter(OPEN_BRACKET)) return false
  for (let length = 0; length < MAX_LENGTH; ) {
    const value = readPlainScalar(cursor)
    if (value === -1) return false
    tuple[length++] = value
    if (cursor.takesCharacter(COMMA)) continue
    if (tuple.length > length) tuple.length = length
    return cursor.takesCharacter(CLOSE_BRACKET)
  }
  return false
}

/** -1 for what is no plain scalar. */
function readPlainScalar(cursor: PlainCursor): number {
  const number = cursor.number()
  if (number !== -1) return number
  if (cursor.takes(TRUE)) return 1
  return cursor.takes(FALSE) ? 0 : -1
}
