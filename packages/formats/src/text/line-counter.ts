/** Line of an offset, counted forward only: each character is looked at once, however many questions there are. */
export class LineCounter {
  private line = 1
  private nextBreak = UNKNOWN

  /** Where the text at hand begins, when nothing was asked about it yet. */
  get first(): number {
    return this.line
  }

  /** So many lines stand in text that was left out. */
  skip(lines: number): void {
    this.line += lines
  }

  /** @param offset never smaller than in an earlier question about the same text */
  at(text: string, offset: number): number {
    if (this.nextBreak === UNKNOWN) this.nextBreak = lineBreak(text, 0)
    while (this.nextBreak < offset) {
      this.line++
      this.nextBreak = lineBreak(text, this.nextBreak + 1)
    }
    return this.line
  }

  /** The first `length` characters are done with: what follows starts at offset 0 of another text. */
  drop(text: string, length: number): void {
    this.at(text, length)
    this.nextBreak = UNKNOWN
  }
}

const UNKNOWN = -1

function lineBreak(text: string, from: number): number {
  const found = text.indexOf('\n', from)
  return found === -1 ? Number.POSITIVE_INFINITY : found
}
