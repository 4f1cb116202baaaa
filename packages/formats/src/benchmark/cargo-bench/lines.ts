import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { ReportError } from '@testwarden/core/model/errors'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { BenchmarkLines } from '../line-reader.js'
import { NO_SUMMARY } from '../sample-summary.js'
import { FailureTexts } from './failure-texts.js'
import { type CargoResult, type CriterionTime, readBegun, readBenchLine, readTimeLine } from './result-line.js'

interface Refusal {
  readonly path: string
  readonly remedy: string
}

type Writer = 'libtest' | 'criterion' | null

const BEGIN = /^running [0-9]+ (?:test|benchmark)s?$/
const END = /^test result: /

/**
 * Reads what `cargo bench` prints: lines of Rust's test library, of Criterion.rs in the same form, and of Criterion.rs for
 * people, because a package may have benchmarks of both. What stands behind `+/-` is the standard deviation in Criterion.rs,
 * and the whole range in the test library, which a summary has no place for. Throughput is left out: both make it of the time.
 */
export class CargoBenchLines implements BenchmarkLines {
  private readonly warnings: WarningLog
  private readonly refusal: Refusal
  private readonly builder: BenchmarkBuilder
  private readonly failures: FailureTexts
  private readonly writers = new Set<Writer>()
  /** Between the two lines that the test library puts around its tests. */
  private isInside = false
  private hasEnd = false
  /** The line before, which is a name where the next one has none. */
  private nameBefore = ''
  /** The benchmark that has begun and has no result yet. */
  private begun: string | null = null
  private at = 0

  constructor(warnings: WarningLog, refusal: Refusal) {
    this.warnings = warnings
    this.refusal = refusal
    this.builder = new BenchmarkBuilder(warnings)
    this.failures = new FailureTexts()
  }

  line(line: string, at: number): void {
    this.at = at
    const bench = readBenchLine(line, this.begun)
    const time = bench === null ? readTimeLine(line) : null
    if (bench?.value === null) this.builder.fail(bench.name, 'It ended without a result.', at)
    else if (bench !== null) this.addBench(bench, at)
    else if (time !== null) this.addTime(time, at)
    else this.readOther(line, at)
    this.begun = bench === null ? (readBegun(line) ?? this.begun) : null
    this.nameBefore = bench === null && time === null && !line.startsWith(' ') ? line : ''
  }

  model(): BenchmarkReport {
    if (this.begun !== null) this.builder.fail(this.begun, 'It ended without a result.', this.at)
    if (this.isInside) this.warnings.add('the output ends before its benchmarks do: some may be missing', this.at)
    for (const { name, message, at } of this.failures.list()) this.builder.fail(name, message, at)
    if (this.builder.count === 0 && !this.hasEnd) throw this.refuse()
    const [writer = null, other] = this.writers
    return this.builder.report({ dialect: other === undefined ? writer : null, machine: null, startedAt: null })
  }

  private addBench({ name, value, unit, spread, isPlain }: CargoResult, at: number): void {
    const writer: Writer = this.isInside ? 'libtest' : isPlain ? 'criterion' : null
    this.writers.add(writer)
    // A whole number of nanoseconds: 0 is less than one.
    const stddev = writer === 'criterion' && spread > 0 ? spread : null
    const summary = { ...NO_SUMMARY, median: value, stddev }
    this.builder.add({ name, metric: null, unit }, { processes: [[value]], summary }, at)
  }

  private addTime({ name, value, unit }: CriterionTime, at: number): void {
    this.writers.add('criterion')
    const seen = { name: name === '' ? this.nameBefore.trim() : name, metric: null, unit }
    this.builder.add(seen, { processes: [[value]], summary: null }, at)
  }

  private readOther(line: string, at: number): void {
    if (BEGIN.test(line)) this.isInside = true
    else if (!END.test(line)) this.failures.line(line, at)
    else {
      this.isInside = false
      this.hasEnd = true
      this.begun = null
    }
  }

  private refuse(): ReportError {
    const { path, remedy } = this.refusal
    return new ReportError('there is no line of a benchmark', { path, line: null, remedy })
  }
}
