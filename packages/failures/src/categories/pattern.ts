/** Characters of a pattern: nobody writes a longer one by hand. */
export const MAX_PATTERN_LENGTH = 200

export interface Pattern {
  /** A line without this does not match. */
  readonly hint: string
  /** @param line in lower case */
  readonly matches: (line: string) => boolean
}

/**
 * How rules say what they look for: plain text without regard to case, in which `*` stands for any run of characters of
 * one line. What it finds begins and ends at the border of a word, so `session closed` is not found in `obsession closed`.
 *
 * Not a regular expression: the pieces between the stars are looked for from left to right, each once, so that the time
 * grows with the line and no pattern of a user can run for minutes.
 */
export function compilePattern(pattern: string): Pattern {
  const pieces = pattern.toLowerCase().split(/\*+/)
  const hint = pieces.reduce((longest, piece) => (piece.length > longest.length ? piece : longest), '')
  return { hint, matches: (line) => holdsPieces(line, pieces) }
}

/** A pattern of stars and blanks would take every failure. */
export function saysSomething(pattern: string): boolean {
  return /[\p{L}\p{N}]/u.test(pattern)
}

/** The first of all places is the best one for each piece but the last, which must end at a border. */
function holdsPieces(line: string, pieces: readonly string[]): boolean {
  let position = 0
  for (const [index, piece] of pieces.entries()) {
    const closes = index === pieces.length - 1
    position = findPiece(line, { piece, from: position, opens: index === 0, closes })
    if (position < 0) return false
  }
  return true
}

interface PieceSearch {
  readonly piece: string
  readonly from: number
  /** Whether it must begin, or end, at the border of a word. */
  readonly opens: boolean
  readonly closes: boolean
}

/** The position behind the piece; -1 where it is not found. */
function findPiece(line: string, { piece, from, opens, closes }: PieceSearch): number {
  if (piece === '') return from
  for (let at = line.indexOf(piece, from); at >= 0; at = line.indexOf(piece, at + 1)) {
    const end = at + piece.length
    if ((!opens || isBorder(line, at)) && (!closes || isBorder(line, end))) return end
  }
  return -1
}

/** Two characters of words side by side are no border; signs always stand at one. */
function isBorder(line: string, position: number): boolean {
  return !(isWordCharacter(line[position - 1]) && isWordCharacter(line[position]))
}

function isWordCharacter(character: string | undefined): boolean {
  return character !== undefined && /[\p{L}\p{N}_]/u.test(character)
}
