import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { Fields } from '../../json/fields.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { factsOfMeasure } from './measures.js'

/** A bound of what was measured may be of any confidence, so it is no statistic. */
const WANTED = new Set(['value'])

/** `{ <benchmark>: { <measure>: { value, lower_value?, upper_value? } } }`. */
export class BencherDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor = { enter: (_key, container) => this.root(container) }
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private isObject = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.isObject) throw this.refuse()
    return this.builder.report({ dialect: null, machine: null, startedAt: null })
  }

  private root(container: JsonContainer): JsonVisitor | null {
    this.isObject = container === 'object'
    return this.isObject ? this.objectsByName((benchmark) => this.measures(ownText(benchmark))) : null
  }

  private measures(benchmark: string): JsonVisitor {
    return this.objectsByName((measure, line) => {
      const seen = { name: benchmark, ...factsOfMeasure(ownText(measure)) }
      const fields: Fields = new Fields(WANTED, {
        done: () => {
          const value = fields.number('value') ?? Number.NaN
          this.builder.add(seen, { processes: [[value]], summary: null }, line)
        },
      })
      return fields
    })
  }

  private objectsByName(enter: (name: string, line: number) => JsonVisitor): JsonVisitor {
    const ignore = (line: number): null => {
      this.warnings.add('what is no object is left out', line)
      return null
    }
    return {
      enter: (name, container, line) => (container === 'object' ? enter(name, line) : ignore(line)),
      scalar: (_name, _value, line) => void ignore(line),
      wantsText: () => true,
    }
  }

  private refuse(): ReportError {
    return new ReportError('the report is no object of benchmarks', {
      path: this.path,
      line: null,
      remedy: 'Name a file of the Bencher Metric Format: {"<benchmark>": {"latency": {"value": 88.0}}}.',
    })
  }
}
