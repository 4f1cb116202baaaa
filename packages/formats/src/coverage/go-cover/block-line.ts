import type { AsciiBytes, AsciiPiece } from '../../text/ascii-bytes.js'
import { readHitCount } from '../hit-count.js'
import { placeOf } from './place.js'

const LINE_FEED = 0x0a
const COLON = 0x3a
const COMMA = 0x2c
const DOT = 0x2e
const SPACE = 0x20
const ZERO = 0x30
/** Digits that a double holds without rounding. */
const EXACT_DIGITS = 15
/** What ends each number of `5.12,8.22 3 1`. */
const SEPARATORS = Uint8Array.of(DOT, COMMA, DOT, SPACE, SPACE, LINE_FEED)

/** A line of a profile, `path.go:5.12,8.22 3 1`: start, end, number of statements, count. */
export interface BlockLine {
  /** Behind the last character of the path. */
  pathEnd: number
  /** As `placeOf` makes it: -1 where there is no such place. */
  start: number
  end: number
  statements: number
  hits: number
  /** What had to be changed about the count, for people; null mostly. */
  oddity: string | null
}

/**
 * Reads lines into one and the same block, because a profile may have a million of them. From the right, as
 * x/tools/cover does: a path may hold every character of the rest.
 */
export class BlockReader {
  readonly block: BlockLine = { pathEnd: 0, start: 0, end: 0, statements: 0, hits: 0, oddity: null }
  private text = ''
  private start = 0
  /** Behind what is still to be read. */
  private at = 0
  private isBlock = true
  private readonly numbers = new Float64Array(SEPARATORS.length)

  /**
   * The quick way where the path is known already: its plain numbers, and the line feed behind them.
   * @param path with its colon
   * @returns the offset of the next line; -1 for anything else
   */
  readPlain(ascii: AsciiBytes, start: number, path: AsciiPiece): number {
    if (!ascii.has(path, start)) return -1
    const end = this.readNumbers(ascii.bytes, start + path.length)
    if (end === -1) return -1
    const { block, numbers } = this
    block.pathEnd = start + path.length - 1
    block.start = placeOf(numbers[0] ?? 0, numbers[1] ?? 0)
    block.end = placeOf(numbers[2] ?? 0, numbers[3] ?? 0)
    block.statements = numbers[4] ?? 0
    block.hits = numbers[5] ?? 0
    block.oddity = null
    return end
  }

  /** @returns false when the line is no block */
  read(text: string, start: number, end: number): boolean {
    const { block } = this
    this.text = text
    this.start = start
    this.at = end
    this.isBlock = true
    block.hits = this.readHits()
    block.statements = this.numberBehind(SPACE)
    block.end = this.placeBehind(COMMA)
    block.start = this.placeBehind(COLON)
    block.pathEnd = this.at
    return this.isBlock && block.pathEnd > start
  }

  private readNumbers(bytes: Uint8Array, start: number): number {
    let at = start
    for (let field = 0; field < SEPARATORS.length; field++) {
      const first = at
      let value = 0
      let digit = (bytes[at] ?? 0) - ZERO
      for (; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - ZERO) value = value * 10 + digit
      if (at === first || at - first > EXACT_DIGITS || bytes[at] !== SEPARATORS[field]) return -1
      this.numbers[field] = value
      at++
    }
    return at
  }

  private placeBehind(separator: number): number {
    const column = this.numberBehind(DOT)
    return placeOf(this.numberBehind(separator), column)
  }

  private readHits(): number {
    const { block, at: end } = this
    block.oddity = null
    const hits = this.numberBehind(SPACE)
    if (this.isBlock) return hits
    const space = this.lastSpace(end)
    const count = space < this.start ? null : readHitCount(this.text.slice(space + 1, end))
    if (count === null) return 0
    this.isBlock = true
    this.at = space
    block.oddity = count.oddity
    return count.hits
  }

  private lastSpace(end: number): number {
    let at = end - 1
    while (at >= this.start && this.text.charCodeAt(at) !== SPACE) at--
    return at
  }

  /** Digits up to a separator to their left, which is read too; anything else is no block. */
  private numberBehind(separator: number): number {
    const { text, start, at: end } = this
    let value = 0
    let scale = 1
    let at = end - 1
    for (; at >= start; at--) {
      const digit = text.charCodeAt(at) - 0x30
      if (digit < 0 || digit > 9) break
      value += digit * scale
      scale *= 10
    }
    const length = end - 1 - at
    if (at < start || length === 0 || length > EXACT_DIGITS || text.charCodeAt(at) !== separator) this.isBlock = false
    this.at = at
    return value
  }
}
