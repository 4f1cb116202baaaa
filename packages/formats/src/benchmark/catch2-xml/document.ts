import type { BenchmarkReport, SampleSummary } from '@testwarden/core/model/benchmark'
import type { WarningLog } from '../../warning-log.js'
import type { XmlAttributes } from '../../xml/attributes.js'
import type { XmlHandler } from '../../xml/handler.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import { NAME_SEPARATOR, TEST_FAILED, WITHOUT_RESULT } from '../catch2-words.js'
import { printedNumber } from '../printed-number.js'
import { NO_SUMMARY } from '../sample-summary.js'

/** A test case or a section of one. */
interface Place {
  readonly name: string
  readonly file: string | null
  readonly line: number | null
}

interface OpenBenchmark {
  readonly name: string
  readonly count: number | null
  readonly at: number
  mean: number | null
  stddev: number | null
  failure: string | null
}

const MAX_DEPTH = 200

/**
 * From the elements of Catch2's XML to a report. A benchmark is named by its test case, its sections and itself; where its
 * test case or section stands is all that the file tells of its place. All values are nanoseconds.
 */
export class Catch2Document implements XmlHandler {
  private readonly warnings: WarningLog
  private readonly builder: BenchmarkBuilder
  private readonly places: Place[] = []
  private benchmark: OpenBenchmark | null = null

  constructor(warnings: WarningLog) {
    this.warnings = warnings
    this.builder = new BenchmarkBuilder(warnings)
  }

  open(name: string, attributes: XmlAttributes, at: number): void {
    if (name === 'TestCase' || name === 'Section') this.enter(attributes)
    else if (name === 'BenchmarkResults') this.begin(attributes, at)
    else if (name === 'OverallResult' && attributes.get('success') === 'false') this.warnings.add(TEST_FAILED, at)
    else if (this.benchmark !== null) this.readPart(this.benchmark, name, attributes)
  }

  close(name: string): void {
    if (name === 'TestCase' || name === 'Section') this.places.pop()
    else if (name === 'BenchmarkResults') this.end()
  }

  /**
   * A benchmark that is cut off has no result.
   * @returns whether there is one
   */
  endEarly(): boolean {
    this.end()
    return this.builder.count > 0
  }

  report(): BenchmarkReport {
    return this.builder.report({ dialect: 'catch2', machine: null, startedAt: null })
  }

  private enter(attributes: XmlAttributes): void {
    const line = attributes.integer('line')
    const place = { name: attributes.get('name') ?? '', file: attributes.get('filename'), line: line > 0 ? line : null }
    if (this.places.length < MAX_DEPTH) this.places.push(place)
  }

  private begin(attributes: XmlAttributes, at: number): void {
    const samples = attributes.integer('samples')
    const parts = [...this.places.map((place) => place.name), attributes.get('name') ?? '']
    const name = parts.filter((part) => part !== '').join(NAME_SEPARATOR)
    this.benchmark = { name, count: samples >= 0 ? samples : null, at, mean: null, stddev: null, failure: null }
  }

  private readPart(benchmark: OpenBenchmark, name: string, attributes: XmlAttributes): void {
    if (name === 'failed') benchmark.failure = attributes.get('message') ?? ''
    if (name === 'mean') benchmark.mean = printedNumber(attributes.get('value') ?? '')
    // Without analysis it is written as 0, with no confidence.
    const isKnown = name === 'standardDeviation' && attributes.get('ci') !== '0'
    if (isKnown) benchmark.stddev = printedNumber(attributes.get('value') ?? '')
  }

  private end(): void {
    const ended = this.benchmark
    this.benchmark = null
    if (ended === null) return
    const { name, count, at, mean, stddev, failure } = ended
    const { file = null, line = null } = this.places.at(-1) ?? {}
    const summary: SampleSummary = { ...NO_SUMMARY, count, mean, stddev }
    if (failure !== null || mean === null) this.builder.fail(name, failure ?? WITHOUT_RESULT, at)
    else this.builder.add({ name, metric: 'time', unit: 'ns', file, line }, { processes: [], summary }, at)
  }
}
