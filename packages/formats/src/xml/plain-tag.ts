import type { AttributeSpans } from './attributes.js'
import {
  AMPERSAND,
  DOUBLE_QUOTE,
  EQUALS,
  GREATER,
  isNameCharacter,
  isNameStart,
  LESS,
  LINE_FEED,
  SLASH,
  SPACE,
} from './characters.js'

/** Not a tag that this path reads: nothing is said about whether it is well-formed. */
export const NOT_PLAIN = -1

const IN_NAME = 1
const IN_VALUE = 2
const CLASSES = classesOfBytes()

/** Behind the ASCII name characters that start at `start`. */
export function plainNameEnd(codes: Uint8Array, start: number): number {
  return endOf(IN_NAME, codes, start)
}

/**
 * The fast path for nearly every tag of a report: ` name="value"` in ASCII, values that stand for themselves, the whole
 * tag in the text. A scan takes about half the time of the strict reader, which reads everything else and names
 * the faults.
 */
export class PlainTagReader {
  private readonly attributes: AttributeSpans

  /** @param attributes get what is read; of no use after {@link NOT_PLAIN} */
  constructor(attributes: AttributeSpans) {
    this.attributes = attributes
  }

  /**
   * @param start behind the tag's name
   * @param limit the first `>` behind it, which is in no name and no plain value: nothing is read beyond
   * @returns the offset of the `>` or `/` that ends the tag, or {@link NOT_PLAIN}
   */
  read(codes: Uint8Array, start: number, limit: number): number {
    let at = start
    while (at < limit) {
      const name = endOfBlanks(codes, at)
      if (name === limit || codes[name] === SLASH) return name
      if (name === at) return NOT_PLAIN
      at = this.readAttribute(codes, name)
      if (at === NOT_PLAIN) return NOT_PLAIN
    }
    return at === limit ? at : NOT_PLAIN
  }

  private readAttribute(codes: Uint8Array, start: number): number {
    const end = endOf(IN_NAME, codes, start)
    if (!isNameStart(codes[start] ?? 0) || codes[end] !== EQUALS || codes[end + 1] !== DOUBLE_QUOTE) return NOT_PLAIN
    const value = end + 2
    const quote = endOf(IN_VALUE, codes, value)
    if (codes[quote] !== DOUBLE_QUOTE || !this.attributes.addPlain(start, value, quote)) return NOT_PLAIN
    return quote + 1
  }
}

function endOf(group: number, codes: Uint8Array, start: number): number {
  let at = start
  while (((CLASSES[codes[at] ?? 0] ?? 0) & group) !== 0) at++
  return at
}

function endOfBlanks(codes: Uint8Array, start: number): number {
  let at = start
  while (codes[at] === SPACE || codes[at] === LINE_FEED) at++
  return at
}

function classesOfBytes(): Uint8Array {
  const notInValue = [DOUBLE_QUOTE, AMPERSAND, LESS, GREATER]
  return Uint8Array.from({ length: 256 }, (_, code) => {
    const isInValue = code >= SPACE && !notInValue.includes(code)
    return code > 0x7f ? 0 : (isNameCharacter(code) ? IN_NAME : 0) | (isInValue ? IN_VALUE : 0)
  })
}
