import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import { TEST_FAILED } from '../catch2-words.js'
import type { BenchmarkLines } from '../line-reader.js'
import { SectionHeader } from './section-header.js'
import { BenchmarkTable } from './table.js'

const HEAD = /^(benchmark name\s+)samples\s+iterations\s+(\w+)/
/** Where the table has one line for a benchmark, the word for samples stands at the right of its column. */
const SAMPLES_INDENT = 5
const RULE = /^-{20,}$/
const TOTALS = /^={20,}$/
const FAILED = /: FAILED:$/

/**
 * Reads the tables that Catch2 prints. A name that is longer than its column stands on several lines, which are joined by
 * spaces; the XML has it as it is. Where a test case or section stands is told above its table.
 */
export class Catch2Lines implements BenchmarkLines {
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private readonly header = new SectionHeader()
  private table: BenchmarkTable | null = null
  /** Within the head of a table, which a rule ends. */
  private isInHead = false
  private hasEnd = false
  private at = 0

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
  }

  line(line: string, at: number): void {
    this.at = at
    const text = line.trimEnd()
    const [, name, last] = HEAD.exec(text) ?? []
    if (name !== undefined) this.beginTable(name.length, last === 'mean')
    else if (RULE.test(text)) this.rule()
    else if (TOTALS.test(text)) this.endAll()
    else if (FAILED.test(text)) this.fail(at)
    else if (this.table === null) this.header.read(text)
    else if (!this.isInHead && text !== '') this.table.line(line, at)
  }

  model(): BenchmarkReport {
    this.endTable()
    if (this.builder.count === 0 && !this.hasEnd) throw this.refuse()
    if (!this.hasEnd) this.warnings.add('the output ends before the run does: benchmarks may be missing', this.at)
    return this.builder.report({ dialect: 'catch2', machine: null, startedAt: null })
  }

  private beginTable(width: number, isMeanLast: boolean): void {
    this.endTable()
    const nameWidth = isMeanLast ? width - SAMPLES_INDENT : width
    this.table = new BenchmarkTable({ nameWidth, isMeanLast }, this.header, this.builder)
    this.isInHead = true
  }

  /** Stands below the head of a table, and around the names of a test case and its sections. */
  private rule(): void {
    if (this.isInHead) this.isInHead = false
    else {
      this.endTable()
      this.header.rule()
    }
  }

  private endAll(): void {
    this.endTable()
    this.hasEnd = true
  }

  private fail(at: number): void {
    this.endTable()
    this.warnings.add(TEST_FAILED, at)
  }

  private endTable(): void {
    this.table?.end(this.at)
    this.table = null
    this.isInHead = false
  }

  private refuse(): ReportError {
    return new ReportError('there is no table of benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Write the output of the test program into the file, better with `--reporter xml`.',
    })
  }
}
