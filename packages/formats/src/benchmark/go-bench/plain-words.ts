import { AsciiBytes, type AsciiPiece } from '../../text/ascii-bytes.js'

const TAB = 0x09
const LINE_FEED = 0x0a
const SPACE = 0x20
const POINT = 0x2e
const ZERO = 0x30
/** Digits that a double holds without rounding, so that a division by a power of ten is the nearest double as well. */
const EXACT_DIGITS = 15
const POWERS = Array.from({ length: EXACT_DIGITS + 1 }, (_, exponent) => 10 ** exponent)

/** Goes along a line word by word. Each step says whether it found what it looked for, and stays in front of what it did not. */
export class PlainWords {
  /** Offset of what is read next. */
  at = 0
  /** The last number. */
  value = 0
  private isWhole = false
  private ascii = new AsciiBytes()

  start(ascii: AsciiBytes, at: number): void {
    this.ascii = ascii
    this.at = at
  }

  takes(piece: AsciiPiece): boolean {
    if (!this.ascii.has(piece, this.at)) return false
    this.at += piece.length
    return true
  }

  /** Whatever stands in front of the next blank or line end. */
  takesWord(): boolean {
    const { at: start } = this
    const { bytes, length } = this.ascii
    let at = start
    while (at < length && bytes[at] !== SPACE && bytes[at] !== TAB && bytes[at] !== LINE_FEED) at++
    this.at = at
    return at > start
  }

  takesBlanks(): boolean {
    const { at: start } = this
    const { bytes } = this.ascii
    let at = start
    while (bytes[at] === SPACE || bytes[at] === TAB) at++
    this.at = at
    return at > start
  }

  takesLineEnd(): boolean {
    if (this.ascii.bytes[this.at] !== LINE_FEED) return false
    this.at++
    return true
  }

  /** Digits alone, from one up. */
  takesCount(): boolean {
    return this.takesNumber() && this.isWhole && this.value > 0
  }

  /** Digits, with or without a point behind the first of them. */
  takesNumber(): boolean {
    const { at: start } = this
    const { bytes } = this.ascii
    let [at, value, point] = [start, 0, -1]
    for (; ; at++) {
      const digit = (bytes[at] ?? 0) - ZERO
      if (digit >= 0 && digit <= 9) value = value * 10 + digit
      else if (bytes[at] === POINT && point === -1 && at > start) point = at
      else break
    }
    const decimals = point === -1 ? 0 : at - point - 1
    const digits = point === -1 ? at - start : at - start - 1
    if (digits === 0 || digits > EXACT_DIGITS) return false
    this.at = at
    this.value = decimals === 0 ? value : value / (POWERS[decimals] ?? 1)
    this.isWhole = point === -1
    return true
  }
}
