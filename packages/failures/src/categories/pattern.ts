/** Characters of a pattern: nobody writes a longer one by hand. */
export const MAX_PATTERN_LENGTH = 200

/**
 * Whether a line holds a pattern: plain text without regard to case, in which `*` stands for any run of characters. It
 * begins and ends at the border of a word, so that `session closed` is not found in `obsession closed`.
 *
 * Not a regular expression: the pieces between the stars are looked for from left to right, each once, so that the time
 * grows with the line and no pattern of a user can run for minutes.
 * @param line in lower case
 */
export function matchesPattern(line: string, pattern: string): boolean {
  const pieces = pattern.toLowerCase().split(/\*+/)
  const first = pieces[0] ?? ''
  if (pieces.length === 1) return findPiece(line, { piece: first, from: 0, opens: true, closes: true }) >= 0
  let position = findPiece(line, { piece: first, from: 0, opens: true, closes: false })
  if (position < 0) return false
  for (const piece of pieces.slice(1, -1)) {
    position = findPiece(line, { piece, from: position, opens: false, closes: false })
    if (position < 0) return false
  }
  return findPiece(line, { piece: pieces.at(-1) ?? '', from: position, opens: false, closes: true }) >= 0
}

/** A pattern of stars and blanks would take every failure. */
export function saysSomething(pattern: string): boolean {
  return /[\p{L}\p{N}]/u.test(pattern)
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
