import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import type { Reader, ReaderOptions } from '../format.js'
import { guardedReader, type TextMachine } from '../guarded-reader.js'
import { LineSplitter } from '../text/line-splitter.js'
import { uncoloured } from '../text/uncoloured.js'
import { WarningLog } from '../warning-log.js'

/** What makes a report of the lines that a tool prints. */
export interface BenchmarkLines {
  /**
   * @param line without its end and without colours; never empty
   * @param at 1-based
   */
  line(line: string, at: number): void
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
  private at = 0

  constructor(path: string, start: (warnings: WarningLog) => BenchmarkLines) {
    this.report = start(this.warnings)
    this.lines = new LineSplitter(this, { path, maxCharacters: MAX_LINE_LENGTH, longLines: 'cut' })
  }

  write(text: string): void {
    this.lines.write(text)
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
}
