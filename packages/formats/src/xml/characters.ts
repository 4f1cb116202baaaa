/**
 * Character classes of XML 1.0, fifth edition.
 * @see https://www.w3.org/TR/xml/#charsets
 * @see https://www.w3.org/TR/xml/#NT-NameStartChar
 */
export const TAB = 0x09
export const LINE_FEED = 0x0a
export const CARRIAGE_RETURN = 0x0d
export const SPACE = 0x20
export const EXCLAMATION = 0x21
export const DOUBLE_QUOTE = 0x22
export const AMPERSAND = 0x26
export const SINGLE_QUOTE = 0x27
export const HYPHEN = 0x2d
export const SLASH = 0x2f
export const LESS = 0x3c
export const EQUALS = 0x3d
export const GREATER = 0x3e
export const QUESTION = 0x3f
export const OPEN_BRACKET = 0x5b
export const CLOSE_BRACKET = 0x5d

const NAME_START = 1
const NAME_REST = 2
const ASCII_NAMES = asciiNames()

/** Other than ASCII, first to last. Surrogates stand for the planes above, of which names may use all but two. */
const NAME_START_RANGES: readonly (readonly [number, number])[] = [
  [0xc0, 0xd6],
  [0xd8, 0xf6],
  [0xf8, 0x2ff],
  [0x370, 0x37d],
  [0x37f, 0x1fff],
  [0x200c, 0x200d],
  [0x2070, 0x218f],
  [0x2c00, 0x2fef],
  [0x3001, 0xd7ff],
  [0xd800, 0xdfff],
  [0xf900, 0xfdcf],
  [0xfdf0, 0xfffd],
]

const NAME_REST_RANGES: readonly (readonly [number, number])[] = [
  [0xb7, 0xb7],
  [0x300, 0x36f],
  [0x203f, 0x2040],
]

export function isSpace(code: number): boolean {
  return code === SPACE || code === LINE_FEED || code === CARRIAGE_RETURN || code === TAB
}

/** Characters that no XML document may hold, not even as a reference. */
export function isForbidden(code: number): boolean {
  return code < SPACE ? !isSpace(code) : code === 0xfffe || code === 0xffff
}

export function isNameStart(code: number): boolean {
  return code < 128 ? ASCII_NAMES[code] === NAME_START : isIn(NAME_START_RANGES, code)
}

export function isNameCharacter(code: number): boolean {
  if (code < 128) return ASCII_NAMES[code] !== 0
  return isIn(NAME_START_RANGES, code) || isIn(NAME_REST_RANGES, code)
}

/** Behind the white space that starts at `start`; `start` itself where none does. */
export function skipSpace(text: string, start: number): number {
  let at = start
  while (at < text.length && isSpace(text.charCodeAt(at))) at++
  return at
}

/** Behind the name that starts at `start`; `start` itself where none does. */
export function nameEnd(text: string, start: number): number {
  if (start >= text.length || !isNameStart(text.charCodeAt(start))) return start
  let end = start + 1
  while (end < text.length && isNameCharacter(text.charCodeAt(end))) end++
  return end
}

/** First forbidden character in the span, or -1. */
export function findForbidden(text: string, start: number, end: number): number {
  for (let at = start; at < end; at++) if (isForbidden(text.charCodeAt(at))) return at
  return -1
}

function isIn(ranges: readonly (readonly [number, number])[], code: number): boolean {
  return ranges.some(([first, last]) => code >= first && code <= last)
}

function asciiNames(): Uint8Array {
  const table = new Uint8Array(128)
  for (const character of '-.0123456789') table[character.charCodeAt(0)] = NAME_REST
  for (const character of ':_ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz')
    table[character.charCodeAt(0)] = NAME_START
  return table
}
