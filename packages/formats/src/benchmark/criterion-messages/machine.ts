import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { TextMachine } from '../../guarded-reader.js'
import {
  isEvent,
  type JsonEvent,
  type JsonEventSink,
  JsonLines,
  NO_EVENT,
  numberOf,
  textOf,
} from '../../json/json-lines.js'
import { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import { valuesByIteration } from '../criterion-samples.js'
import { NO_SUMMARY } from '../sample-summary.js'

/**
 * Reads messages of cargo-criterion: one for each benchmark, and one behind those of each group, which names them.
 * Throughput is left out: it is made of the time.
 */
export class CriterionMessagesMachine implements TextMachine<BenchmarkReport>, JsonEventSink {
  readonly warnings = new WarningLog()
  private readonly path: string
  private readonly lines: JsonLines
  private readonly builder = new BenchmarkBuilder(this.warnings)
  private readonly seen = new Set<string>()
  private isInGroup = false
  private hasGroup = false

  constructor(path: string) {
    this.path = path
    this.lines = new JsonLines(path, this)
  }

  write(text: string): void {
    this.lines.write(text)
  }

  end(): { readonly model: BenchmarkReport; readonly partial: boolean } {
    this.lines.end()
    if (this.builder.count === 0 && !this.hasGroup) throw this.refuse()
    const isPartial = this.lines.isCutOff || this.isInGroup
    if (isPartial) this.warnings.add('the messages end within a group: benchmarks of it may be missing', this.lines.at)
    const model = this.builder.report({ dialect: 'cargo-criterion', machine: null, startedAt: null })
    return { model, partial: isPartial }
  }

  event(event: JsonEvent, at: number): void {
    const reason = textOf(event, 'reason')
    if (reason === 'benchmark-complete') this.addBenchmark(event, at)
    if (reason === 'group-complete') this.endGroup(event, at)
  }

  other(_line: string, at: number): void {
    this.warnings.add(NO_EVENT, at)
  }

  private addBenchmark(event: JsonEvent, at: number): void {
    this.isInGroup = true
    const name = textOf(event, 'id') ?? ''
    this.seen.add(name)
    const unit = textOf(event, 'unit') ?? 'ns'
    const samples = { iterations: numbersOf(event, 'iteration_count'), measured: numbersOf(event, 'measured_values') }
    const values = valuesByIteration(samples, { warnings: this.warnings, at })
    const summary = { ...NO_SUMMARY, mean: estimateOf(event, 'mean'), median: estimateOf(event, 'median') }
    this.builder.add({ name, metric: null, unit }, { processes: [values], summary }, at)
  }

  private endGroup(event: JsonEvent, at: number): void {
    this.isInGroup = false
    this.hasGroup = true
    const named = Array.isArray(event.benchmarks) ? event.benchmarks : []
    for (const name of named)
      if (typeof name === 'string' && !this.seen.has(name)) this.builder.fail(name, 'It has no message of its own.', at)
  }

  private refuse(): ReportError {
    return new ReportError('there is no message of a benchmark', {
      path: this.path,
      line: null,
      remedy: 'Write the output of `cargo criterion --message-format=json` into the file.',
    })
  }
}

function numbersOf(event: JsonEvent, key: string): readonly number[] {
  const list = event[key]
  return Array.isArray(list) ? list.map((value) => (typeof value === 'number' ? value : Number.NaN)) : []
}

function estimateOf(event: JsonEvent, key: string): number | null {
  const estimate = event[key]
  return isEvent(estimate) ? numberOf(estimate, 'estimate') : null
}
