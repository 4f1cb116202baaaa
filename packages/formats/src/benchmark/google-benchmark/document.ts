import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { instantOf } from '../../instant.js'
import { Fields, members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { reportedMachine } from '../reported-machine.js'
import { addRun } from './add-run.js'
import { type GoogleRow, RowVisitor } from './row.js'
import { runsOf } from './runs.js'

const CONTEXT = new Set(['date', 'num_cpus'])

/** `{ context: { date, num_cpus, … }, benchmarks: [] }`. */
export class GoogleBenchmarkDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = objects(() => members((key) => this.enterPart(key)))
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly context = new Fields(CONTEXT)
  private readonly rows: GoogleRow[] = []
  private hasBenchmarks = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
  }

  get count(): number {
    return this.rows.length
  }

  model(): BenchmarkReport {
    if (!this.hasBenchmarks) throw this.refuse()
    const builder = new BenchmarkBuilder(this.warnings)
    for (const run of runsOf(this.rows)) addRun(builder, run, this.warnings)
    return builder.report({
      dialect: 'google-benchmark',
      machine: reportedMachine({ cores: this.context.count('num_cpus') }),
      startedAt: instantOf(this.context.text('date')),
    })
  }

  private enterPart(key: string): JsonVisitor | null {
    if (key === 'context') return this.context
    if (key !== 'benchmarks') return null
    this.hasBenchmarks = true
    return objects((line) => new RowVisitor(line, (row) => this.rows.push(row)))
  }

  private refuse(): ReportError {
    return new ReportError('the report has no benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Name the file that a program with `--benchmark_out=<file> --benchmark_out_format=json` wrote.',
    })
  }
}
