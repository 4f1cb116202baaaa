import { GrowingIntegers } from '../compact/growing-integers.js'

const CHUNK_BITS = 7
const CHUNK_TEXTS = 2 ** CHUNK_BITS
const POSITION_MASK = CHUNK_TEXTS - 1

/**
 * Texts by number, a hundred or so of them joined to one: each costs its characters and four bytes, where a string of its own
 * takes thirty more. One that is asked for is cut from its chunk, which costs next to nothing.
 */
export class TextColumn {
  private readonly chunks: string[] = []
  /** Texts that are not joined yet. */
  private pending: string[] = []
  private pendingLength = 0
  /** Where each ends in its chunk. */
  private readonly ends = new GrowingIntegers()
  private count = 0

  get length(): number {
    return this.count
  }

  push(text: string): void {
    this.pending.push(text)
    this.pendingLength += text.length
    this.ends.set(this.count++, this.pendingLength)
    if (this.pending.length < CHUNK_TEXTS) return
    this.chunks.push(this.pending.join(''))
    this.pending = []
    this.pendingLength = 0
  }

  at(index: number): string {
    const position = index & POSITION_MASK
    const chunk = this.chunks[index >>> CHUNK_BITS]
    if (chunk === undefined) return this.pending[position] ?? ''
    return chunk.slice(position === 0 ? 0 : this.ends.at(index - 1), this.ends.at(index))
  }
}
