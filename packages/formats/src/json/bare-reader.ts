import { numberEnd, readNumber, startsNumber } from './number.js'
import type { JsonNumbers } from './scanner-options.js'
import type { JsonScalar } from './visitor.js'
import { isPythonWord, MAX_WORD_LENGTH, valueOfWord, wordEnd } from './word.js'

/** The value goes on behind the text at hand. */
export const GOES_ON = -1
/** No value stands here. */
export const NO_VALUE = -2

interface BareReaderOptions {
  readonly maxNumberLength: number
  readonly numbers: JsonNumbers
  readonly fail: (problem: string, offset: number) => never
}

/** Reads values that stand without quotes: numbers and words. */
export class BareReader {
  /** Of the last value that was read. */
  value: JsonScalar = null
  /** What had to be changed of it, for people. */
  oddity: string | null = null
  private readonly numbers: JsonNumbers
  private readonly maxNumberLength: number
  private readonly fail: (problem: string, offset: number) => never

  constructor({ fail, maxNumberLength, numbers }: BareReaderOptions) {
    this.fail = fail
    this.maxNumberLength = maxNumberLength
    this.numbers = numbers
  }

  /** @returns the offset behind the value, {@link GOES_ON} or {@link NO_VALUE} */
  read(text: string, start: number): number {
    this.oddity = null
    return startsNumber(text.charCodeAt(start)) ? this.readNumber(text, start) : this.readWord(text, start)
  }

  private readNumber(text: string, start: number): number {
    const end = numberEnd(text, start)
    if (end - start > this.maxNumberLength) this.fail(`a number longer than ${this.maxNumberLength} characters`, start)
    if (end >= text.length) return GOES_ON
    const value = readNumber(text, start, end)
    if (value === null) return this.readWord(text, start)
    this.value = this.kept(value)
    return end
  }

  private kept(value: number): number {
    const isKept = this.numbers === 'measures' || Math.abs(value) <= Number.MAX_SAFE_INTEGER
    return isKept ? value : this.saturate(value)
  }

  private saturate(value: number): number {
    this.oddity = 'a number beyond 2^53 - 1 counts as 2^53 - 1'
    return Math.sign(value) * Number.MAX_SAFE_INTEGER
  }

  private readWord(text: string, start: number): number {
    const end = wordEnd(text, start)
    if (end >= text.length && end - start < MAX_WORD_LENGTH) return GOES_ON
    const word = text.slice(start, end)
    const value = valueOfWord(word)
    if (value === undefined) return NO_VALUE
    this.value = isPythonWord(word) ? this.pythonNumber(word) : value
    return end
  }

  private pythonNumber(word: string): JsonScalar {
    if (this.numbers === 'measures') return Number(word)
    this.oddity = `${word} is no JSON number: it is read as null`
    return null
  }
}
