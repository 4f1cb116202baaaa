import { ReportError } from '@testwarden/core/model/errors'

/** Gets every line as a span of a larger text, so that a reader need not copy what it skips. */
export interface LineSink {
  /**
   * @param start first character of the line
   * @param end behind its last character; `\n` and `\r\n` are not part of it
   * @param lineNumber 1-based
   */
  line(text: string, start: number, end: number, lineNumber: number): void
}

export interface LineLimit {
  /** For messages. */
  readonly path: string
  readonly maxCharacters: number
  /** What becomes of a longer line: the file is refused, or the sink gets its beginning only. */
  readonly longLines: 'refuse' | 'cut'
}

/** Text in any portions, whole lines out. Holds at most one line of the allowed length. */
export class LineSplitter {
  private readonly sink: LineSink
  private readonly limit: LineLimit
  private rest = ''
  private isSkipping = false
  private lineNumber = 1

  constructor(sink: LineSink, limit: LineLimit) {
    this.sink = sink
    this.limit = limit
  }

  /** @throws ReportError for a line beyond the limit */
  write(chunk: string): void {
    // Joined, not added: engines look characters of an added text up piece by piece, which takes twice the time.
    const text = this.rest === '' ? chunk : [this.rest, chunk].join('')
    let start = 0
    let end = text.indexOf('\n', this.rest.length)
    while (end !== -1) {
      this.emit(text, start, text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end)
      start = end + 1
      end = text.indexOf('\n', start)
    }
    this.keep(text, start)
  }

  /** Number of the line that comes next. */
  get next(): number {
    return this.lineNumber
  }

  /**
   * Counts whole lines that their reader takes by itself, between two calls of {@link write}.
   * @returns the number of the last one
   */
  passOver(lines: number): number {
    this.lineNumber += lines
    return this.lineNumber - 1
  }

  /**
   * Hands over a last line that no line end closes.
   * @returns whether there was one, which may mean that the file was cut off
   */
  end(): boolean {
    if (this.rest === '') return false
    const text = this.rest
    this.rest = ''
    this.emit(text, 0, text.endsWith('\r') ? text.length - 1 : text.length)
    return true
  }

  private emit(text: string, start: number, end: number): void {
    const lineNumber = this.lineNumber++
    if (this.isSkipping) {
      this.isSkipping = false
      return
    }
    if (end - start <= this.limit.maxCharacters) this.sink.line(text, start, end, lineNumber)
    else this.cut(text.slice(start, end), lineNumber)
  }

  private keep(text: string, start: number): void {
    this.rest = this.isSkipping ? '' : text.slice(start)
    // One more for a carriage return, which does not count.
    if (this.rest.length <= this.limit.maxCharacters + 1) return
    this.cut(this.rest, this.lineNumber)
    this.isSkipping = true
    this.rest = ''
  }

  private cut(line: string, lineNumber: number): void {
    const { path, maxCharacters, longLines } = this.limit
    if (longLines === 'cut') {
      this.sink.line(line, 0, maxCharacters, lineNumber)
      return
    }
    throw new ReportError(`line ${lineNumber} is longer than ${maxCharacters} characters`, {
      path,
      line: lineNumber,
      remedy: 'Check that this file is the report: no tool writes such lines.',
    })
  }
}
