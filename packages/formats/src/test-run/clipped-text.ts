import { MAX_MESSAGE, MAX_TRACE, type TestFailure } from '@testwarden/core/model/test-run'
import { ownText } from '../text/own-text.js'

/**
 * Text that arrives in pieces, of which only beginning and end are kept: a stack trace says what happened at one of
 * them, and a log of a gigabyte may stand between.
 */
export class ClippedText {
  private readonly half: number
  private head = ''
  private tail = ''
  private length = 0

  constructor(maxCharacters: number) {
    this.half = Math.floor(maxCharacters / 2)
  }

  get isEmpty(): boolean {
    return this.length === 0
  }

  add(piece: string): void {
    this.length += piece.length
    const room = this.half - this.head.length
    if (room > 0) this.head += ownText(piece.slice(0, room))
    if (piece.length <= room) return
    const rest = room > 0 ? piece.slice(room) : piece
    this.tail = rest.length >= this.half ? ownText(rest.slice(-this.half)) : this.shortened(rest)
  }

  clear(): void {
    this.head = ''
    this.tail = ''
    this.length = 0
  }

  toString(): string {
    const left = this.length - this.head.length - Math.min(this.tail.length, this.half)
    const tail = this.tail.slice(-this.half)
    return left <= 0 ? this.head + tail : `${this.head}\n… ${left} characters left out …\n${tail}`
  }

  /** The tail may grow to twice its size before it is cut, so that small pieces do not copy it each time. */
  private shortened(rest: string): string {
    const joined = this.tail + rest
    return joined.length > 2 * this.half ? ownText(joined.slice(-this.half)) : joined
  }
}

/** One failure with its texts cut to what a model keeps. */
export function clippedFailure({ type, message, trace }: TestFailure): TestFailure {
  return {
    type: type === null ? null : clip(type, 200),
    message: clip(message, MAX_MESSAGE),
    trace: clip(trace, MAX_TRACE),
  }
}

function clip(text: string, maxCharacters: number): string {
  if (text.length <= maxCharacters) return ownText(text)
  const clipped = new ClippedText(maxCharacters)
  clipped.add(text)
  return clipped.toString()
}
