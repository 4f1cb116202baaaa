import { expandReferences } from './references.js'

/** The attributes of the tag at hand: good only until the handler returns. */
export interface XmlAttributes {
  readonly count: number
  /** Decoded and normalised as XML wants it; null when the tag has no such attribute. */
  get(name: string): string | null
  /** In the order of the file. */
  names(): readonly string[]
}

const FIELDS = 4
/** Up to here comparing each with each is cheaper than a set. */
const FEW_ATTRIBUTES = 8
const WHITE_SPACE = /\r\n|[\t\n\r]/g

/** Spans into the tag's text. Nothing is copied or decoded until somebody asks for it. */
export class AttributeSpans implements XmlAttributes {
  private text = ''
  /** Name start, name end, value start, value end of each. */
  private readonly spans: number[] = []
  /** Whether the value is its own text: no reference, no white space but blanks. */
  private readonly plain: boolean[] = []
  count = 0

  clear(text: string): void {
    this.text = text
    this.count = 0
  }

  addName(start: number, end: number): void {
    const at = this.count * FIELDS
    this.spans[at] = start
    this.spans[at + 1] = end
  }

  /** Completes the attribute that {@link addName} began. */
  addValue(start: number, end: number, isPlain: boolean): void {
    const at = this.count * FIELDS
    this.spans[at + 2] = start
    this.spans[at + 3] = end
    this.plain[this.count] = isPlain
    this.count++
  }

  get(name: string): string | null {
    const { text, spans } = this
    for (let index = 0; index < this.count; index++) {
      const start = spans[index * FIELDS] ?? 0
      if ((spans[index * FIELDS + 1] ?? 0) - start === name.length && text.startsWith(name, start))
        return this.value(index)
    }
    return null
  }

  names(): readonly string[] {
    return Array.from({ length: this.count }, (_, index) => this.name(index))
  }

  /** The first name that occurs twice, or null. */
  duplicate(): string | null {
    if (this.count < 2) return null
    if (this.count > FEW_ATTRIBUTES) return firstRepeated(this.names())
    for (let index = 1; index < this.count; index++)
      for (let earlier = 0; earlier < index; earlier++) if (this.isSameName(index, earlier)) return this.name(index)
    return null
  }

  private isSameName(left: number, right: number): boolean {
    const leftStart = this.spans[left * FIELDS] ?? 0
    const rightStart = this.spans[right * FIELDS] ?? 0
    const length = (this.spans[left * FIELDS + 1] ?? 0) - leftStart
    if ((this.spans[right * FIELDS + 1] ?? 0) - rightStart !== length) return false
    for (let at = 0; at < length; at++)
      if (this.text.charCodeAt(leftStart + at) !== this.text.charCodeAt(rightStart + at)) return false
    return true
  }

  private name(index: number): string {
    return this.text.slice(this.spans[index * FIELDS], this.spans[index * FIELDS + 1])
  }

  private value(index: number): string {
    const raw = this.text.slice(this.spans[index * FIELDS + 2], this.spans[index * FIELDS + 3])
    // White space is normalised before references are expanded: `&#10;` stays a line feed.
    return this.plain[index] === true ? raw : expandReferences(raw.replace(WHITE_SPACE, ' '))
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
