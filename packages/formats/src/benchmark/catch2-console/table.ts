import type { SampleSummary } from '@testwarden/core/model/benchmark'
import type { BenchmarkBuilder } from '../benchmark-builder.js'
import { NAME_SEPARATOR, WITHOUT_RESULT } from '../catch2-words.js'
import { NO_SUMMARY } from '../sample-summary.js'
import { RowName } from './row-name.js'
import type { SectionHeader } from './section-header.js'
import { readTableRow, type TableHead, type TableRow } from './table-row.js'

interface OpenRow {
  readonly name: string
  /** null: what the program printed stands where they are told. */
  readonly samples: number | null
  readonly at: number
  meanNs: number | null
  stddevNs: number | null
}

/** The benchmarks of one section. */
export class BenchmarkTable {
  private readonly head: TableHead
  private readonly header: SectionHeader
  private readonly builder: BenchmarkBuilder
  private readonly name = new RowName()
  private row: OpenRow | null = null

  constructor(head: TableHead, header: SectionHeader, builder: BenchmarkBuilder) {
    this.head = head
    this.header = header
    this.builder = builder
  }

  line(line: string, at: number): void {
    const row = readTableRow(line, this.head)
    if (row.kind === 'estimate') this.addEstimate(row.valueNs, at)
    else if (row.kind === 'failed') this.addFailure(row.name, row.message, at)
    else if (row.kind === 'first') this.beginRow(row, line, at)
    // What is printed while a benchmark is measured belongs to no name.
    else if (this.row === null || this.row.meanNs !== null) this.name.add(line, this.head.nameWidth)
  }

  end(at: number): void {
    this.endRow()
    this.failPrintedOn(at)
  }

  private beginRow({ name, samples, lastNs }: Extract<TableRow, { kind: 'first' }>, line: string, at: number): void {
    this.endRow()
    if (name !== '') this.failPrintedOn(at)
    const fullName = this.fullName(this.name.take(name, line.endsWith(' ')))
    this.row = { name: fullName, samples, at, meanNs: this.head.isMeanLast ? lastNs : null, stddevNs: null }
  }

  /** Of a benchmark that is measured already, or is only named. */
  private addFailure(name: string, message: string, at: number): void {
    const measured = this.row?.meanNs === null ? this.row : null
    if (measured !== null) this.row = null
    this.endRow()
    if (name !== '') this.failPrintedOn(at)
    this.builder.fail(measured?.name ?? this.fullName(this.name.take(name, true)), message, at)
  }

  private addEstimate(valueNs: number, at: number): void {
    const name = this.row === null || this.row.stddevNs !== null ? this.name.takePrintedOn() : null
    if (name !== null) {
      this.endRow()
      this.row = { name: this.fullName(name), samples: null, at, meanNs: valueNs, stddevNs: null }
    } else if (this.row?.meanNs === null) this.row.meanNs = valueNs
    else if (this.row !== null) this.row.stddevNs ??= valueNs
  }

  /** A benchmark whose numbers cannot be told from what it printed. */
  private failPrintedOn(at: number): void {
    const name = this.name.takePrintedOn()
    if (name !== null) this.builder.fail(this.fullName(name), WITHOUT_RESULT, at)
  }

  private endRow(): void {
    const ended = this.row
    this.row = null
    if (ended === null) return
    const { name, samples, at, meanNs, stddevNs } = ended
    const { file, line } = this.header
    const summary: SampleSummary = { ...NO_SUMMARY, count: samples, mean: meanNs, stddev: stddevNs }
    if (meanNs === null) this.builder.fail(name, WITHOUT_RESULT, at)
    else this.builder.add({ name, metric: 'time', unit: 'ns', file, line }, { processes: [], summary }, at)
  }

  private fullName(name: string): string {
    return [...this.header.names, name].filter((part) => part !== '').join(NAME_SEPARATOR)
  }
}
