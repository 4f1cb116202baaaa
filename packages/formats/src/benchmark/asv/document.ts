import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { instantOfMilliseconds } from '../../instant.js'
import { Fields, members, objects, texts } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { reportedMachine } from '../reported-machine.js'
import { addRow } from './add-row.js'
import { type AsvRow, namedColumns, rowInColumns, singleValue } from './row.js'

const MACHINE = new Set(['cpu', 'num_cpu', 'os'])
const MAX_COLUMNS = 100

/** `{ commit_hash, params, result_columns: [], results: { <benchmark>: [<a value for each column>] }, … }`. */
export class AsvDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = objects(() => members((key) => this.enterPart(key)))
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private readonly machine = new Fields(MACHINE)
  private readonly columns: string[] = []
  private startedAt: number | null = null
  private hasResults = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasResults) throw this.refuse()
    const { machine } = this
    const cores = machine.count('num_cpu') ?? Number(machine.text('num_cpu') || Number.NaN)
    return this.builder.report({
      dialect: 'asv',
      machine: reportedMachine({
        cpu: machine.text('cpu'),
        cores: Number.isSafeInteger(cores) ? cores : null,
        os: machine.text('os'),
      }),
      startedAt: instantOfMilliseconds(this.startedAt),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'params') return this.machine
    if (key === 'result_columns') return texts(this.columns, MAX_COLUMNS)
    if (key !== 'results') return null
    this.hasResults = true
    return this.results()
  }

  /** Up to version 1 a benchmark is a number, or an object with columns by name. */
  private results(): JsonVisitor {
    return {
      enter: (name, container, line) => {
        const add = (row: AsvRow): void => this.add(ownText(name), row, line)
        return container === 'array' ? rowInColumns(this.columns, add) : namedColumns(add)
      },
      scalar: (name, value, line) => this.add(ownText(name), singleValue(value), line),
    }
  }

  private add(name: string, row: AsvRow, line: number): void {
    const { startedAt } = row
    if (startedAt !== null && (this.startedAt === null || startedAt < this.startedAt)) this.startedAt = startedAt
    addRow(this.builder, { name, row, line }, this.warnings)
  }

  private refuse(): ReportError {
    return new ReportError('the report has no results', {
      path: this.path,
      line: null,
      remedy: 'Name a result file of `asv run`: <results_dir>/<machine>/<commit>-<environment>.json.',
    })
  }
}
