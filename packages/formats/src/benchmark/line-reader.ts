import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../format.js'
import { guardedReader, type TextMachine } from '../guarded-reader.js'
import { AsciiBytes } from '../text/ascii-bytes.js'
import { LineSplitter } from '../text/line-splitter.js'
import { uncoloured } from '../text/uncoloured.js'
import { WarningLog } from '../warning-log.js'

/** Some text whose characters are all ASCII. */
export interface AsciiBlock {
  readonly text: string
  readonly ascii: AsciiBytes
}

/** Whole lines that stand one behind the other; there may be none. */
export interface PlainStretch {
  /** Where the next line begins. */
  readonly end: number
  readonly lines: number
}

/** What makes a report of the lines that a tool prints. */
export interface BenchmarkLines {
  /**
   * @param line without its end and without colours; never empty
   * @param at 1-based
   */
  line(line: string, at: number): void
  /**
   * The quick way for lines of the form that nearly all of a long report have.
   * @param start where a line begins
   * @param at its number
   */
  readPlain?(block: AsciiBlock, start: number, at: number): PlainStretch
  /**
   * Is asked for once, behind the last line.
   * @throws ReportError for a text that is no report of its format
   */
  model(): BenchmarkReport
}

/** Longer lines are no results: programs print them. */
const MAX_LINE_LENGTH = 256 * 1024

/** A {@link Reader} for benchmarks in lines of text. Nothing but its last line can tell whether such a file is whole. */
export function benchmarkLineReader(
  { path }: ReaderOptions,
  start: (warnings: WarningLog) => BenchmarkLines,
): Reader<BenchmarkReport> {
  return guardedReader(path, new LineMachine(path, start))
}

class LineMachine implements TextMachine<BenchmarkReport> {
  readonly warnings = new WarningLog()
  private readonly report: BenchmarkLines
  private readonly lines: LineSplitter
  private readonly ascii = new AsciiBytes()
  private isInsideLine = false
  private at = 0

  constructor(path: string, start: (warnings: WarningLog) => BenchmarkLines) {
    this.report = start(this.warnings)
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  write(text: string): void {
    if (this.report.readPlain !== undefined && this.ascii.load(text)) this.readAscii({ text, ascii: this.ascii })
    else this.passOn(text)
  }

  end(): { readonly model: BenchmarkReport; readonly partial: boolean } {
    if (this.lines.end()) this.warnings.add('the last line has no end: the file may be cut off', this.at)
    return { model: this.report.model(), partial: false }
  }

  line(text: string, start: number, end: number, at: number): void {
    this.at = at
    const line = uncoloured(text.slice(start, end))
    if (line !== '') this.report.line(line, at)
  }

  private readAscii(block: AsciiBlock): void {
    const { text } = block
    for (let at = 0; at < text.length; ) {
      if (!this.isInsideLine) at = this.readStretch(block, at)
      const lineEnd = text.indexOf('\n', at)
      const next = lineEnd === -1 ? text.length : lineEnd + 1
      this.passOn(text.slice(at, next))
      at = next
    }
  }

  private readStretch(block: AsciiBlock, start: number): number {
    const stretch = this.report.readPlain?.(block, start, this.lines.next)
    if (stretch === undefined || stretch.lines === 0) return start
    this.at = this.lines.passOver(stretch.lines)
    return stretch.end
  }

  private passOn(text: string): void {
    if (text === '') return
    this.lines.write(text)
    this.isInsideLine = !text.endsWith('\n')
  }
}
