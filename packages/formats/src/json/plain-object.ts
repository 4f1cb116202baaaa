import { plainInteger } from '../text/plain-integer.js'
import { CLOSE_BRACE, COLON, COMMA, DOUBLE_QUOTE, isDigit, ZERO } from './characters.js'

/**
 * Reads `{"0":<value>,"1":<value>}`, keys that are whole numbers, without blanks, for `readPlain` of a visitor.
 * @param readValue gets the key and the offset of its value; returns the offset behind it, or -1
 * @returns the offset behind the object; -1 for any other form
 */
export function readPlainObject(text: string, start: number, readValue: (key: number, at: number) => number): number {
  if (text.charCodeAt(start + 1) === CLOSE_BRACE) return start + 2
  for (let at = start + 1; text.charCodeAt(at) === DOUBLE_QUOTE; ) {
    const keyEnd = digitsEnd(text, at + 1)
    if (text.charCodeAt(keyEnd) !== DOUBLE_QUOTE || text.charCodeAt(keyEnd + 1) !== COLON) return -1
    const key = plainNumber(text, at + 1, keyEnd)
    const end = key === -1 ? -1 : readValue(key, keyEnd + 2)
    if (end === -1) return -1
    const next = text.charCodeAt(end)
    if (next === CLOSE_BRACE) return end + 1
    if (next !== COMMA) return -1
    at = end + 1
  }
  return -1
}

/** Behind the digits that start at `start`. */
export function digitsEnd(text: string, start: number): number {
  let at = start
  while (isDigit(text.charCodeAt(at))) at++
  return at
}

/** -1 for what JSON does not allow, such as a zero in front, and for what a double does not hold. */
export function plainNumber(text: string, start: number, end: number): number {
  return text.charCodeAt(start) === ZERO && end - start > 1 ? -1 : plainInteger(text, start, end)
}
