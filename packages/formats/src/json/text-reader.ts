import { BACKSLASH, DOUBLE_QUOTE } from './characters.js'
import { NameCache } from './name-cache.js'
import type { LongText } from './scanner-options.js'
import { escapeLength, expandEscapes, plainEnd } from './text.js'

const HALF_PAIR = /\p{Surrogate}/gu

/** The text goes on behind what is at hand. */
export const UNFINISHED = -1
/** The text is too long to hold: it is open now, and goes to the long text. */
export const SHORTENED = -2

const TOO_LONG = -3

export interface TextReaderOptions {
  readonly maxLength: number
  readonly longText: LongText | null
  readonly fail: (problem: string, offset: number) => never
  readonly warn: (oddity: string) => void
}

/** Reads keys and texts, and finds the end of those that nobody asked for. */
export class TextReader {
  /** Of the last text that was read. */
  value = ''
  /** What became of the text that is open, of which not all is there. */
  private open: 'skipped' | 'shortened' | null = null
  private readonly maxLength: number
  private readonly longText: LongText | null
  private readonly fail: (problem: string, offset: number) => never
  private readonly warn: (oddity: string) => void
  private readonly names = new NameCache()

  constructor({ maxLength, longText, fail, warn }: TextReaderOptions) {
    this.maxLength = maxLength
    this.longText = longText
    this.fail = fail
    this.warn = warn
  }

  /** Inside a text of which nothing, or not all, is held. */
  get isOpen(): boolean {
    return this.open !== null
  }

  get isShortening(): boolean {
    return this.open === 'shortened'
  }

  /**
   * @param start offset of the opening quote
   * @returns the offset behind the closing one, {@link UNFINISHED} or {@link SHORTENED}
   */
  read(text: string, start: number): number {
    const end = this.hold(text, start)
    return end === TOO_LONG ? this.shorten(start) : end
  }

  /** The same for a key, which is never shortened. */
  readKey(text: string, start: number): number {
    const end = this.hold(text, start)
    return end === TOO_LONG ? this.failTooLong(start) : end
  }

  /** Begins with a text that nobody asked for. */
  skip(): void {
    this.open = 'skipped'
  }

  /** @returns where the part ends that is there: at the closing quote as soon as no text is open any more */
  readOn(text: string, start: number): number {
    const end = this.end(text, start)
    const longText = this.isShortening ? this.longText : null
    longText?.add(expandEscapes(text.slice(start, end)))
    if (text.charCodeAt(end) !== DOUBLE_QUOTE) return end
    this.open = null
    if (longText !== null) this.value = this.takeLong(longText)
    return end
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

  private hold(text: string, start: number): number {
    const plain = plainEnd(text, start + 1)
    const isPlain = text.charCodeAt(plain) === DOUBLE_QUOTE
    const end = isPlain ? plain : this.end(text, plain)
    if (end - start > this.maxLength) return TOO_LONG
    if (end >= text.length || text.charCodeAt(end) !== DOUBLE_QUOTE) return UNFINISHED
    this.value = isPlain ? this.names.take(text, start + 1, end) : this.mend(expandEscapes(text.slice(start + 1, end)))
    return end + 1
  }

  private shorten(start: number): number {
    if (this.longText === null) return this.failTooLong(start)
    this.warn(`a text longer than ${this.maxLength} characters is shortened`)
    this.open = 'shortened'
    return SHORTENED
  }

  private takeLong(longText: LongText): string {
    const value = this.mend(longText.toString())
    longText.clear()
    return value
  }

  private failTooLong(start: number): never {
    return this.fail(`a text longer than ${this.maxLength} characters`, start)
  }

  /** Half a surrogate pair, as Python writes bytes that are no text, is replaced. */
  private mend(text: string): string {
    const mended = text.replace(HALF_PAIR, '\ufffd')
    if (mended !== text) this.warn('half a surrogate pair in a text was replaced by U+FFFD')
    return mended
  }
}
