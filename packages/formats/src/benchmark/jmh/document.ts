import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { JmhResult } from './result.js'

/** `[{ benchmark, mode, params, primaryMetric, secondaryMetrics, … }]`; benchmarks that failed are not in it. */
export class JmhDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = {
    enter: (_key, container) => {
      this.isList = container === 'array'
      return this.isList ? objects((line) => this.enterResult(line)) : null
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
    return this.builder.report({ dialect: 'jmh', machine: null, startedAt: null })
  }

  private enterResult(line: number): JsonVisitor {
    const result = new JmhResult()
    return result.visitor(() => {
      for (const { seen, samples } of result.metrics()) this.builder.add(seen, samples, line)
    })
  }

  private refuse(): ReportError {
    return new ReportError('the report is no list of benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `java -jar benchmarks.jar -rf json -rff <file>` wrote.',
    })
  }
}
