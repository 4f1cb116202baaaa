import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import { members } from '../../json/fields.js'
import type { JsonContainer, JsonVisitor } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkDocument } from '../json-reader.js'
import { juliaResult } from './result.js'

const MODULE = /^BenchmarkTools\./
const RESULTS: readonly string[] = ['Trial', 'TrialEstimate']
const COMPARISONS: readonly string[] = ['TrialJudgement', 'TrialRatio']
/** As BenchmarkTools shows where a benchmark stands in its groups. */
const SEPARATOR = '/'

/** `[{ Julia, BenchmarkTools }, [[<type>, { … }], …]]`: every value is a pair of its type and its fields. */
export class JuliaDocument implements BenchmarkDocument {
  readonly visitor: JsonVisitor
  private readonly path: string
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private hasValues = false

  constructor(path: string, warnings: WarningLog) {
    this.path = path
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
    const values = arrays(() => this.pair([]))
    const root = arrays(() => {
      this.hasValues = true
      return values
    })
    this.visitor = arrays(() => root)
  }

  get count(): number {
    return this.builder.count
  }

  model(): BenchmarkReport {
    if (!this.hasValues) throw this.refuse()
    return this.builder.report({ dialect: 'BenchmarkTools.jl', machine: null, startedAt: null })
  }

  private pair(keys: readonly string[]): JsonVisitor {
    let type = ''
    return {
      scalar: (_key, value) => {
        if (typeof value === 'string') type = value.replace(MODULE, '')
      },
      enter: (_key, container, line) => (container === 'object' ? this.fields(type, keys, line) : null),
    }
  }

  private fields(type: string, keys: readonly string[], line: number): JsonVisitor | null {
    if (type === 'BenchmarkGroup') return this.group(keys)
    if (COMPARISONS.includes(type)) this.warnings.add('comparisons of results are no results, and left out', line)
    return RESULTS.includes(type) ? juliaResult(keys.join(SEPARATOR), this.builder, line) : null
  }

  private group(keys: readonly string[]): JsonVisitor {
    const data: JsonVisitor = {
      enter: (key, container) => (container === 'array' ? this.pair([...keys, key]) : null),
    }
    return members((key) => (key === 'data' ? data : null))
  }

  private refuse(): ReportError {
    return new ReportError('the report has no list of results', {
      path: this.path,
      line: null,
      remedy: 'Name the file that `BenchmarkTools.save("results.json", results)` wrote.',
    })
  }
}

/** Gets the members of each array; objects are skipped. */
function arrays(start: () => JsonVisitor): JsonVisitor {
  return { enter: (_key: string, container: JsonContainer) => (container === 'array' ? start() : null) }
}
