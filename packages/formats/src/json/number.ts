import { plainInteger } from '../text/plain-integer.js'
import { HYPHEN, isDigit, PLUS, POINT } from './characters.js'

/** @see https://www.rfc-editor.org/rfc/rfc8259#section-6 */
const NUMBER = /^-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/

const LETTER_E = 0x65
const LOWER_CASE = 0x20
const ZERO_DIGIT = '0'

export function startsNumber(code: number): boolean {
  return isDigit(code) || code === HYPHEN
}

/** Behind the characters that numbers are made of; whether they are in their right places is another question. */
export function numberEnd(text: string, start: number): number {
  let at = start
  while (at < text.length && isNumberCharacter(text.charCodeAt(at))) at++
  return at
}

/** null: no number as JSON writes it. Infinity for a number that no double holds. */
export function readNumber(text: string, start: number, end: number): number | null {
  const plain = plainInteger(text, start, end)
  if (plain >= 0 && (end - start === 1 || text[start] !== ZERO_DIGIT)) return plain
  const written = text.slice(start, end)
  return NUMBER.test(written) ? Number(written) : null
}

function isNumberCharacter(code: number): boolean {
  if (isDigit(code)) return true
  return code === POINT || code === HYPHEN || code === PLUS || (code | LOWER_CASE) === LETTER_E
}
