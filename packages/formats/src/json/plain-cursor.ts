import { AsciiBytes, asciiBytes } from '../text/ascii-bytes.js'
import { COLON, DOUBLE_QUOTE, ZERO } from './characters.js'
import { NameCache } from './name-cache.js'
import { plainEnd } from './text.js'

/** So many digits are a whole number without any further look. */
const MAX_DIGITS = 15

/** A piece of JSON to look for, as {@link PlainCursor} compares it. */
export type Piece = Uint8Array

export function piece(text: string): Piece {
  return asciiBytes(text)
}

/**
 * Reads on through text in the one form that tools write it in. What does not have that form is not read: the place stays
 * where it was.
 */
export class PlainCursor {
  /** Offset of what is read next. */
  at = 0
  /** The text ended where something was looked for. */
  isCutOff = false
  private text = ''
  private bytes: Uint8Array = new Uint8Array(1)
  private readonly ascii = new AsciiBytes()
  private readonly names = new NameCache()

  /** @returns false where this is not all ASCII; then nothing may be read */
  load(text: string): boolean {
    const isAscii = this.ascii.load(text)
    this.text = text
    this.bytes = this.ascii.bytes
    return isAscii
  }

  start(at: number): void {
    this.at = at
    this.isCutOff = false
  }

  /** Reads a piece that stands here. */
  takes(wanted: Piece): boolean {
    const { bytes, at } = this
    for (let index = 0; index < wanted.length; index++)
      if (bytes[at + index] !== wanted[index]) return this.misses(at + index)
    this.at = at + wanted.length
    return true
  }

  takesCharacter(code: number): boolean {
    if (this.bytes[this.at] !== code) return this.misses(this.at)
    this.at++
    return true
  }

  /** Reads a whole number without a sign; -1: none that JSON allows and a double holds. */
  number(): number {
    const { bytes, at: start } = this
    let at = start
    let value = 0
    let digit = (bytes[at] ?? 0) - ZERO
    for (; digit >= 0 && digit <= 9; digit = (bytes[++at] ?? 0) - ZERO) value = value * 10 + digit
    const length = at - start
    if (at === this.text.length) this.isCutOff = true
    if (length === 0 || length > MAX_DIGITS || (length > 1 && bytes[start] === ZERO)) return -1
    this.at = at
    return value
  }

  /** Reads a key that is a whole number, and its colon; -1: it is another. */
  numberKey(): number {
    const { at } = this
    if (this.takesCharacter(DOUBLE_QUOTE)) {
      const key = this.number()
      if (key !== -1 && this.takesCharacter(DOUBLE_QUOTE) && this.takesCharacter(COLON)) return key
    }
    this.at = at
    return -1
  }

  /** From behind a quote to before the one that closes the text; null: there are escapes in it. */
  name(): string | null {
    const end = plainEnd(this.text, this.at)
    if (this.bytes[end] !== DOUBLE_QUOTE) {
      this.misses(end)
      return null
    }
    const name = this.names.take(this.text, this.at, end)
    this.at = end
    return name
  }

  private misses(at: number): false {
    if (at >= this.text.length) this.isCutOff = true
    return false
  }
}
