const ESCAPES: ReadonlyMap<string, number> = new Map([
  ['a', 7],
  ['b', 8],
  ['t', 9],
  ['n', 10],
  ['v', 11],
  ['f', 12],
  ['r', 13],
  ['"', 0x22],
  ['\\', 0x5c],
])

/** A path that git wrote in quotes, and where it ended. */
export interface QuotedPath {
  readonly path: string
  /** Behind the closing quote. */
  readonly end: number
}

/**
 * Undoes git's C quoting: control characters, quotes, backslashes and bytes beyond ASCII as three octal digits.
 * @param start the opening quote
 * @returns null when the quoting is not closed or has an unknown escape
 * @see https://git-scm.com/docs/git-config#Documentation/git-config.txt-corequotePath
 */
export function readQuotedPath(text: string, start: number): QuotedPath | null {
  const bytes: number[] = []
  let at = start + 1
  while (at < text.length) {
    if (text[at] === '"') return { path: new TextDecoder().decode(Uint8Array.from(bytes)), end: at + 1 }
    const piece = text[at] === '\\' ? readEscape(text, at + 1) : readPlain(text, at)
    if (piece === null) return null
    bytes.push(...piece.bytes)
    at = piece.end
  }
  return null
}

interface Piece {
  readonly bytes: Iterable<number>
  readonly end: number
}

function readEscape(text: string, at: number): Piece | null {
  const octal = /^[0-3][0-7]{2}/.exec(text.slice(at, at + 3))
  if (octal !== null) return { bytes: [Number.parseInt(octal[0], 8)], end: at + 3 }
  const code = ESCAPES.get(text[at] ?? '')
  return code === undefined ? null : { bytes: [code], end: at + 1 }
}

function readPlain(text: string, at: number): Piece {
  const character = String.fromCodePoint(text.codePointAt(at) ?? 0)
  return { bytes: new TextEncoder().encode(character), end: at + character.length }
}
