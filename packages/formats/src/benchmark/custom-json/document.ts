import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { EntryVisitor } from './entry.js'

/**
 * `[{ name, unit, value, range?, extra? }]`. Whether smaller or bigger is better stands where the file is read and not in
 * it, so the unit tells.
 */
export class CustomDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = {
    enter: (_key, container) => {
      this.isList = container === 'array'
      return this.isList ? objects((line) => this.enterEntry(line)) : null
    },
  }
  private readonly path: string
  private readonly builder: BenchmarkBuilder
  private isList = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.builder = new BenchmarkBuilder(warnings)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.isList) throw this.refuse()
    return this.builder.report({ dialect: null, machine: null, startedAt: null })
  }

  private enterEntry(line: number): JsonVisitor {
    return new EntryVisitor().visitor(({ name, unit, value }) =>
      this.builder.add({ name, metric: null, unit }, { processes: [[value]], summary: null }, line),
    )
  }

  private refuse(): ReportError {
    return new ReportError('the report is no list of benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Write a list: [{"name": "start", "unit": "ms", "value": 12.5}].',
    })
  }
}
