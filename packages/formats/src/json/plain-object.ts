import { CLOSE_BRACE, CLOSE_BRACKET, COMMA, OPEN_BRACE, OPEN_BRACKET } from './characters.js'
import type { PlainCursor } from './plain-cursor.js'

/**
 * Reads `{"0":<value>,"1":<value>}`, keys that are whole numbers, without blanks.
 * @param readValue gets the key, with the cursor at its value; returns whether it could read that
 * @returns false for any other form
 */
export function readPlainObject(cursor: PlainCursor, readValue: (key: number) => boolean): boolean {
  if (!cursor.takesCharacter(OPEN_BRACE)) return false
  if (cursor.takesCharacter(CLOSE_BRACE)) return true
  do {
    const key = cursor.numberKey()
    if (key === -1 || !readValue(key)) return false
  } while (cursor.takesCharacter(COMMA))
  return cursor.takesCharacter(CLOSE_BRACE)
}

/** Reads `[<value>,<value>]` without blanks. */
export function readPlainArray(cursor: PlainCursor, readValue: () => boolean): boolean {
  if (!cursor.takesCharacter(OPEN_BRACKET)) return false
  if (cursor.takesCharacter(CLOSE_BRACKET)) return true
  do {
    if (!readValue()) return false
  } while (cursor.takesCharacter(COMMA))
  return cursor.takesCharacter(CLOSE_BRACKET)
}
