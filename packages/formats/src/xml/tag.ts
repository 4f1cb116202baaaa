import { AttributeSpans } from './attributes.js'
import { BEYOND_ASCII, type CharacterCodes } from './character-codes.js'
import {
  AMPERSAND,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  isForbidden,
  isNameStart,
  isSpace,
  LESS,
  nameEnd,
  SINGLE_QUOTE,
  SLASH,
  SPACE,
  skipSpace,
} from './characters.js'
import { type Fail, forbidden } from './fail.js'
import type { XmlLeniency } from './leniency.js'
import type { XmlLimits } from './limits.js'
import { expandMended, mendReference } from './mend.js'
import { NOT_PLAIN, PlainTagReader, plainNameEnd } from './plain-tag.js'
import { expandReferences, readReference } from './references.js'

/** The tag's end is not in the text yet. */
export const UNFINISHED = -1

export interface TagReaderContext {
  readonly limits: XmlLimits
  readonly fail: Fail
  readonly leniency: XmlLeniency | null
}

/**
 * Reads one start tag at a time. A tag that is not complete yet is read again from its start when more text is there:
 * tags are short, and their length is capped.
 */
export class TagReader {
  readonly attributes: AttributeSpans
  isSelfClosing = false
  /** What was mended in the tag that was read last, for people. */
  readonly oddities: string[] = []
  private readonly characters: CharacterCodes
  private readonly plain: PlainTagReader
  private readonly names: string[] = []
  private readonly limits: XmlLimits
  private readonly fail: Fail
  private readonly isLenient: boolean

  /** @param characters of the text that is read, always */
  constructor(characters: CharacterCodes, { limits, fail, leniency }: TagReaderContext) {
    this.characters = characters
    this.isLenient = leniency !== null
    this.attributes = new AttributeSpans(limits, this.isLenient ? expandMended : expandReferences)
    this.plain = new PlainTagReader(this.attributes)
    this.limits = limits
    this.fail = fail
  }

  /** The name that starts at `start`, as one and the same string for equal names. */
  intern(text: string, start: number, end: number): string {
    const slot = (text.charCodeAt(start) * 31 + text.charCodeAt(end - 1) * 7 + end - start) & 127
    const known = this.names[slot]
    if (known !== undefined && known.length === end - start && text.startsWith(known, start)) return known
    const name = text.slice(start, end)
    this.names[slot] = name
    return name
  }

  /** Behind the name that starts at `start`; `start` itself where none does. */
  nameEnd(text: string, start: number): number {
    const { codes } = this.characters
    const end = plainNameEnd(codes, start)
    return isNameStart(codes[start] ?? 0) && codes[end] !== BEYOND_ASCII && end < text.length
      ? end
      : nameEnd(text, start)
  }

  /**
   * Reads attributes from behind the tag's name up to and including `>`.
   * @returns the offset behind the tag, or {@link UNFINISHED}
   */
  readAttributes(text: string, start: number): number {
    this.attributes.clear(text)
    if (this.oddities.length > 0) this.oddities.length = 0
    const limit = text.indexOf('>', start)
    const end = this.plain.read(this.characters.codes, start, limit)
    return end === NOT_PLAIN ? this.readStrictly(text, start) : this.readEnd(text, end)
  }

  private readStrictly(text: string, start: number): number {
    this.attributes.clear(text)
    if (this.oddities.length > 0) this.oddities.length = 0
    let at = start
    for (;;) {
      const next = skipSpace(text, at)
      if (next >= text.length) return UNFINISHED
      const code = text.charCodeAt(next)
      if (code === GREATER || code === SLASH) return this.readEnd(text, next)
      if (next === at) this.fail('a tag with something other than white space behind a name or value', next)
      at = this.readAttribute(text, next)
      if (at === UNFINISHED) return UNFINISHED
    }
  }

  private readEnd(text: string, at: number): number {
    this.isSelfClosing = text.charCodeAt(at) === SLASH
    const end = this.isSelfClosing ? at + 1 : at
    if (end >= text.length) return UNFINISHED
    if (text.charCodeAt(end) !== GREATER) this.fail('a / in a tag that > does not follow', end)
    const duplicate = this.attributes.duplicate()
    if (duplicate !== null) this.fail(`duplicate attribute ${duplicate}`, end)
    return end + 1
  }

  private readAttribute(text: string, start: number): number {
    if (this.attributes.count >= this.limits.maxAttributes)
      this.fail(`a tag with more than ${this.limits.maxAttributes} attributes`, start)
    const end = nameEnd(text, start)
    if (end === start) this.fail('a tag with a character that starts no attribute name', start)
    this.attributes.addName(start, end)
    const equals = skipSpace(text, end)
    if (equals >= text.length) return UNFINISHED
    if (text.charCodeAt(equals) !== EQUALS) this.fail(`attribute ${text.slice(start, end)} without a value`, equals)
    const quote = skipSpace(text, equals + 1)
    if (quote >= text.length) return UNFINISHED
    return this.readValue(text, quote)
  }

  private readValue(text: string, open: number): number {
    const quote = text.charCodeAt(open)
    if (quote !== DOUBLE_QUOTE && quote !== SINGLE_QUOTE) this.fail('an attribute value without quotes', open)
    let isPlain = true
    for (let at = open + 1; at < text.length; at++) {
      const code = text.charCodeAt(at)
      if (code === quote) return this.endValue(open, at, isPlain)
      if (isOrdinary(code)) continue
      isPlain = false
      if (!this.checkSpecial(text, at, quote)) return UNFINISHED
    }
    this.checkLength(text.length, open)
    return UNFINISHED
  }

  private endValue(open: number, close: number, isPlain: boolean): number {
    this.checkLength(close, open)
    this.attributes.addValue(open + 1, close, isPlain)
    return close + 1
  }

  private checkLength(end: number, open: number): void {
    if (end - open - 1 > this.limits.maxAttributeLength)
      this.fail(`an attribute value longer than ${this.limits.maxAttributeLength} characters`, open)
  }

  /** false: more text is needed to tell. */
  private checkSpecial(text: string, at: number, quote: number): boolean {
    const code = text.charCodeAt(at)
    if (code === LESS) this.fail('a < inside an attribute value', at)
    if (isForbidden(code)) this.fail(forbidden(code), at)
    if (code !== AMPERSAND) return true
    return this.isLenient ? this.mendReference(text, at) : this.checkReference(text, at, quote)
  }

  /** false: as below. */
  private mendReference(text: string, at: number): boolean {
    const mended = mendReference(text, at)
    if (mended?.oddity != null) this.oddities.push(mended.oddity)
    return mended !== null
  }

  /** false: the reference's end is not there yet. */
  private checkReference(text: string, at: number, quote: number): boolean {
    for (let end = at + 1; end < text.length; end++) {
      const code = text.charCodeAt(end)
      if (code === 0x3b) {
        const reference = readReference(text.slice(at + 1, end))
        if ('problem' in reference) this.fail(reference.problem, at)
        return true
      }
      if (code === quote || code === AMPERSAND || code === LESS || isSpace(code))
        this.fail('an & that starts no reference (write &amp;)', at)
    }
    return false
  }
}

/** Stands for itself in a value: nearly everything. */
function isOrdinary(code: number): boolean {
  return code > LESS ? code < 0xfffe : code >= SPACE && code !== LESS && code !== AMPERSAND
}
