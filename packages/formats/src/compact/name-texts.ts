import { GrowingIntegers } from './growing-integers.js'

const OFFSET_BITS = 16
const CHUNK_LENGTH = 2 ** OFFSET_BITS
const OFFSET_MASK = CHUNK_LENGTH - 1
const NARROW_MAX = 0xff
/** A call takes a limited number of arguments. */
const CODES_PER_CALL = 4096

type Codes = Uint8Array | Uint16Array

/** A part of a text. */
export interface Span {
  readonly text: string
  readonly start: number
  readonly end: number
}

/**
 * Names by number, as character codes in long arrays: a name costs its characters and eight bytes, where a string of its
 * own takes thirty more, and time of the garbage collector.
 */
export class NameTexts {
  private readonly chunks: Codes[] = []
  /** Of the last chunk. */
  private used = 0
  /** Where each name begins: number of the chunk and offset in it. */
  private readonly starts = new GrowingIntegers()
  private readonly lengths = new GrowingIntegers()
  private count = 0

  get length(): number {
    return this.count
  }

  /** Gives a name the next number. */
  push({ text, start, end }: Span): void {
    const length = end - start
    const codes = this.chunkFor(length, isNarrow({ text, start, end }))
    for (let at = 0; at < length; at++) codes[this.used + at] = text.charCodeAt(start + at)
    this.starts.set(this.count, (this.chunks.length - 1) * CHUNK_LENGTH + this.used)
    this.lengths.set(this.count++, length)
    this.used += length
  }

  at(number: number): string {
    const { codes, offset, length } = this.placeOf(number)
    let name = ''
    for (let at = 0; at < length; at += CODES_PER_CALL)
      name += String.fromCharCode(...codes.subarray(offset + at, offset + Math.min(at + CODES_PER_CALL, length)))
    return name
  }

  isAt(number: number, { text, start, end }: Span): boolean {
    const { codes, offset, length } = this.placeOf(number)
    if (length !== end - start) return false
    for (let at = 0; at < length; at++) if (codes[offset + at] !== text.charCodeAt(start + at)) return false
    return true
  }

  private placeOf(number: number): { readonly codes: Codes; readonly offset: number; readonly length: number } {
    const start = this.starts.at(number)
    const codes = this.chunks[start >>> OFFSET_BITS] ?? new Uint8Array(0)
    return { codes, offset: start & OFFSET_MASK, length: this.lengths.at(number) }
  }

  /** The last chunk, or a new one where that is full or too narrow. A byte for each character does for nearly all names. */
  private chunkFor(length: number, isNarrow: boolean): Codes {
    const last = this.chunks.at(-1)
    if (last !== undefined && this.used + length <= last.length && (isNarrow || last instanceof Uint16Array))
      return last
    const roomLength = Math.max(length, CHUNK_LENGTH)
    const chunk = isNarrow ? new Uint8Array(roomLength) : new Uint16Array(roomLength)
    this.chunks.push(chunk)
    this.used = 0
    return chunk
  }
}

function isNarrow({ text, start, end }: Span): boolean {
  for (let at = start; at < end; at++) if (text.charCodeAt(at) > NARROW_MAX) return false
  return true
}
