import { CLOSE_BRACE } from '../../json/characters.js'
import { type PlainCursor, piece } from '../../json/plain-cursor.js'
import { readLineNumber, UNKNOWN } from './span.js'

const LINE = piece(',"line":')

/** A function's or branch's own line, {@link UNKNOWN} where the report has none; null for other forms. */
export function readPlainTail(cursor: PlainCursor): number | null {
  const isTold = cursor.takes(LINE)
  const line = isTold ? readLineNumber(cursor.number()) : UNKNOWN
  if (isTold && line === UNKNOWN) return null
  return cursor.takesCharacter(CLOSE_BRACE) ? line : null
}
