import type { LineRange } from '@testwarden/core/model/line-range'
import type { ReportWatch } from '../report-watch.js'
import type { ReportPlace, SightingKind } from '../witness.js'

/** Tells a witness where the numbers of one source file are read. */
export class FileWatch {
  readonly report: ReportWatch
  private readonly path: string
  private readonly module: string | null

  /** @param path as the report has it */
  constructor(report: ReportWatch, { path, module }: { readonly path: string; readonly module: string | null }) {
    this.report = report
    this.path = path
    this.module = module
  }

  /** The report begins to tell of the file. */
  entry(): void {
    this.saw('entry', NOWHERE, { hits: null })
  }

  line(line: number, hits: number): void {
    this.saw('line', at(line), { hits })
  }

  arm(line: number, name: string, hits: number): void {
    this.saw('arm', at(line), { name, hits })
  }

  counted(line: number, covered: number, total: number): void {
    this.saw('branches', at(line), { hits: covered, total })
  }

  function(line: number, name: string, hits: number): void {
    this.saw('function', at(line), { name, hits })
  }

  statement(
    lines: LineRange,
    numbers: { readonly name: string; readonly hits: number; readonly place?: ReportPlace },
  ): void {
    this.saw('statement', lines, numbers)
  }

  /** Something that ran a line. */
  ranBy(line: number, name: string): void {
    this.saw('test', at(line), { name, hits: null })
  }

  private saw(kind: SightingKind, { first, last }: LineRange, numbers: Numbers): void {
    const { name = null, hits, total = null, place } = numbers
    this.report.saw({ path: this.path, module: this.module, kind, first, last, name, hits, total }, place)
  }
}

interface Numbers {
  readonly name?: string
  readonly hits: number | null
  readonly total?: number
  readonly place?: ReportPlace | undefined
}

const NOWHERE: LineRange = { first: 0, last: 0 }

function at(line: number): LineRange {
  return { first: line, last: line }
}
