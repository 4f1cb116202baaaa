import { BACKSLASH, DOUBLE_QUOTE } from './characters.js'
import { NameCache } from './name-cache.js'
import { escapeLength, expandEscapes, plainEnd } from './text.js'

const HALF_PAIR = /\p{Surrogate}/gu

/** Reads keys and texts, and finds the end of those that nobody asked for. */
export class TextReader {
  /** Of the last text that was read. */
  value = ''
  /** Half a surrogate pair, as Python writes bytes that are no text, was replaced in it. */
  isMended = false
  private readonly maxLength: number
  private readonly fail: (problem: string, offset: number) => never
  private readonly names = new NameCache()

  constructor(maxLength: number, fail: (problem: string, offset: number) => never) {
    this.maxLength = maxLength
    this.fail = fail
  }

  /**
   * @param start offset of the opening quote
   * @returns the offset behind the closing one; -1 when it goes on behind the text at hand
   */
  read(text: string, start: number): number {
    const plain = plainEnd(text, start + 1)
    const isPlain = text.charCodeAt(plain) === DOUBLE_QUOTE
    const end = isPlain ? plain : this.end(text, plain)
    if (end - start > this.maxLength) this.fail(`a text longer than ${this.maxLength} characters`, start)
    if (end >= text.length || text.charCodeAt(end) !== DOUBLE_QUOTE) return -1
    this.isMended = false
    this.value = isPlain ? this.names.take(text, start + 1, end) : this.mend(expandEscapes(text.slice(start + 1, end)))
    return end + 1
  }

  /** The closing quote, or where the part ends that is complete. */
  end(text: string, start: number): number {
    let end = plainEnd(text, start)
    while (text.charCodeAt(end) === BACKSLASH) {
      const length = escapeLength(text, end)
      if (length === null) return this.fail('a backslash with something behind it that JSON does not know', end)
      if (length === 0) return end
      end = plainEnd(text, end + length)
    }
    if (end < text.length && text.charCodeAt(end) !== DOUBLE_QUOTE)
      this.fail('a line end or another control character inside a text', end)
    return end
  }

  private mend(text: string): string {
    const mended = text.replace(HALF_PAIR, '\ufffd')
    this.isMended = mended !== text
    return mended
  }
}
