import { digitsEnd, plainNumber } from '../../json/plain-object.js'
import { readLineNumber, UNKNOWN } from './span.js'

/** The offset behind a piece of text that must be there; -1 when it is not, and when something before was not. */
export function behind(text: string, at: number, piece: string): number {
  return at !== -1 && text.startsWith(piece, at) ? at + piece.length : -1
}

const NO_TAIL = { line: UNKNOWN, end: -1 }

/** The line that newer tools write behind the rest of a function or branch, and the brace; `end` is -1 for other forms. */
export function readPlainTail(text: string, start: number): { readonly line: number; readonly end: number } {
  const lineStart = behind(text, start, ',"line":')
  if (lineStart === -1) return { line: UNKNOWN, end: behind(text, start, '}') }
  const lineEnd = digitsEnd(text, lineStart)
  const line = readLineNumber(plainNumber(text, lineStart, lineEnd))
  return line === UNKNOWN ? NO_TAIL : { line, end: behind(text, lineEnd, '}') }
}
