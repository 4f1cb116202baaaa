import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { boundedName } from '../../bounded-name.js'
import { Fields, members, objects } from '../../json/fields.js'
import type { JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { measuredBy } from './measured.js'
import { K6Metric } from './metric.js'

const CONFIG = new Set(['duration'])
const MAX_LIMIT_LENGTH = 100

/**
 * `{ metrics: { <name>: <metric> }, root_group }`; the machine-readable one is
 * `{ config: { duration }, metadata, results: { checks?: { metrics: [<metric>] }, metrics: [<metric>] }, version }`.
 */
export class K6Document implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private readonly config = new Fields(CONFIG)
  private hasMetrics = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
    const results = members((key) => (key === 'checks' ? checks : this.enterMetrics(key)))
    const checks = members((key) => this.enterMetrics(key))
    const root = members((key) => {
      if (key === 'config') return this.config
      return key === 'results' ? results : this.enterMetrics(key)
    })
    this.visitor = objects(() => root)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasMetrics) throw this.refuse()
    return this.builder.report({ dialect: 'k6', machine: null, startedAt: null })
  }

  /** An object by name, or an array of metrics that tell their names. */
  private enterMetrics(key: string): JsonVisitor | null {
    if (key !== 'metrics') return null
    this.hasMetrics = true
    return {
      enter: (name, container, line) => {
        if (container !== 'object') return null
        const metric = new K6Metric(name)
        return metric.visitor(() => this.add(metric, line))
      },
    }
  }

  private add(metric: K6Metric, line: number): void {
    const name = boundedName(metric.name(), line, this.warnings)
    for (const limit of metric.crossed)
      this.warnings.add(`k6's own threshold on ${name} was crossed: ${limit.slice(0, MAX_LIMIT_LENGTH)}`, line)
    if (metric.type() === null) this.builder.fail(name, 'The summary has no value of it that is known.', line)
    const measured = measuredBy(metric, this.config.number('duration'))
    if (measured !== null) this.builder.add(measured.seen, measured.samples, line)
  }

  private refuse(): ReportError {
    return new ReportError('the report has no metrics', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `k6 run --summary-export=<file>` or your `handleSummary` wrote.',
    })
  }
}
