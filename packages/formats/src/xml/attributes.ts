import { plainInteger } from '../text/plain-integer.js'
import type { XmlLimits } from './limits.js'

/** The attributes of the tag at hand: good only until the handler returns. */
export interface XmlAttributes {
  readonly count: number
  /** Decoded and normalised as XML wants it; null when the tag has no such attribute. */
  get(name: string): string | null
  /** The attribute as plain digits, without a copy of its text; -1 when it is missing or anything else. */
  integer(name: string): number
  /** In the order of the file. */
  names(): readonly string[]
}

const FIELDS = 4
const NAME_START = 0
const NAME_END = 1
const VALUE_START = 2
const VALUE_END = 3
/** Up to here comparing each with each is cheaper than a set. */
const FEW_ATTRIBUTES = 8
const WHITE_SPACE = /\r\n|[\t\n\r]/g

/** Spans into the tag's text. Nothing is copied or decoded until somebody asks for it. */
export class AttributeSpans implements XmlAttributes {
  private text = ''
  private readonly spans: Int32Array
  /** 1: the value is its own text, without reference and without white space but blanks. */
  private readonly plain: Uint8Array
  count = 0

  private readonly limits: XmlLimits
  private readonly expand: (text: string) => string

  /** @param expand decodes a value that has references */
  constructor(limits: XmlLimits, expand: (text: string) => string) {
    this.limits = limits
    this.expand = expand
    this.spans = new Int32Array(limits.maxAttributes * FIELDS)
    this.plain = new Uint8Array(limits.maxAttributes)
  }

  clear(text: string): void {
    this.text = text
    this.count = 0
  }

  addName(start: number, end: number): void {
    const at = this.count * FIELDS
    this.spans[at + NAME_START] = start
    this.spans[at + NAME_END] = end
  }

  /** Completes the attribute that {@link addName} began. */
  addValue(start: number, end: number, isPlain: boolean): void {
    const at = this.count * FIELDS
    this.spans[at + VALUE_START] = start
    this.spans[at + VALUE_END] = end
    this.plain[this.count] = isPlain ? 1 : 0
    this.count++
  }

  /**
   * Adds `name="value"`, written just so.
   * @returns false when that is against a limit
   */
  addPlain(nameStart: number, valueStart: number, valueEnd: number): boolean {
    if (this.count >= this.limits.maxAttributes || valueEnd - valueStart > this.limits.maxAttributeLength) return false
    this.addName(nameStart, valueStart - 2)
    this.addValue(valueStart, valueEnd, true)
    return true
  }

  get(name: string): string | null {
    const index = this.find(name)
    return index === -1 ? null : this.value(index)
  }

  integer(name: string): number {
    const index = this.find(name)
    return index === -1 ? -1 : plainInteger(this.text, this.field(index, VALUE_START), this.field(index, VALUE_END))
  }

  names(): readonly string[] {
    return Array.from({ length: this.count }, (_, index) => this.name(index))
  }

  /** The first name that occurs twice, or null. */
  duplicate(): string | null {
    if (this.count > FEW_ATTRIBUTES) return firstRepeated(this.names())
    for (let index = 1; index < this.count; index++)
      for (let earlier = 0; earlier < index; earlier++) if (this.isSameName(index, earlier)) return this.name(index)
    return null
  }

  /** -1 when the tag has no such attribute. */
  private find(name: string): number {
    const { text } = this
    for (let index = 0; index < this.count; index++) {
      const start = this.field(index, NAME_START)
      // Lengths nearly always tell names apart, and are compared much faster than texts.
      if (this.field(index, NAME_END) - start === name.length && text.startsWith(name, start)) return index
    }
    return -1
  }

  private isSameName(left: number, right: number): boolean {
    const leftStart = this.field(left, NAME_START)
    const rightStart = this.field(right, NAME_START)
    const length = this.field(left, NAME_END) - leftStart
    if (this.field(right, NAME_END) - rightStart !== length) return false
    for (let at = 0; at < length; at++)
      if (this.text.charCodeAt(leftStart + at) !== this.text.charCodeAt(rightStart + at)) return false
    return true
  }

  private name(index: number): string {
    return this.text.slice(this.field(index, NAME_START), this.field(index, NAME_END))
  }

  private value(index: number): string {
    const raw = this.text.slice(this.field(index, VALUE_START), this.field(index, VALUE_END))
    // White space is normalised before references are expanded: `&#10;` stays a line feed.
    return this.plain[index] === 1 ? raw : this.expand(raw.replace(WHITE_SPACE, ' '))
  }

  private field(index: number, field: number): number {
    return this.spans[index * FIELDS + field] ?? 0
  }
}

function firstRepeated(names: readonly string[]): string | null {
  const seen = new Set<string>()
  for (const name of names) {
    if (seen.has(name)) return name
    seen.add(name)
  }
  return null
}
