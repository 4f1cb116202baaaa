import type {
  BenchmarkMetric,
  BenchmarkReport,
  Direction,
  FailedBenchmark,
  SampleSummary,
} from '@testwarden/core/model/benchmark'
import { type MeasureUnit, measureUnit } from '@testwarden/core/model/measure-unit'
import { DIFFERENCE_PREFIX } from '@testwarden/core/model/report-summary'
import { boundedName } from '../bounded-name.js'
import type { WarningLog } from '../warning-log.js'
import { metricOfUnit } from './metric-of-unit.js'
import { scaledSummary, typicalValue } from './sample-summary.js'
import { usableValue } from './usable-value.js'

/** Which benchmark, and what is measured of it. */
export interface SeenMetric {
  readonly name: string
  /** See {@link BenchmarkMetric.metric}. null: the report has one number and does not say of what, so the unit tells. */
  readonly metric: string | null
  /** As the tool writes it. */
  readonly unit: string
  /** Where the report itself says it, or a metric of a known tool means more than its unit. Absent: the unit knows. */
  readonly direction?: Direction
  /** As the report writes it. Absent: it does not. */
  readonly file?: string | null
  readonly line?: number | null
}

/** What was measured, in the unit as written. */
export interface SeenSamples {
  /** By process and iteration; a process without a value is none. */
  readonly processes: readonly (readonly number[])[]
  /** null: the report has samples and nothing else. */
  readonly summary: SampleSummary | null
}

type ReportFacts = Omit<BenchmarkReport, 'metrics' | 'failed'>

type NamedMetric = SeenMetric & { readonly metric: string }

interface OpenMetric extends Omit<BenchmarkMetric, 'samples' | 'summary'> {
  readonly scale: MeasureUnit
  readonly samples: number[][]
  summary: SampleSummary | null
}

const NAMELESS = '(no name)'
const MAX_METRICS = 500_000
const MAX_FAILED = 10_000

/**
 * Collects the benchmarks of one report. Values become those of the model's units; what cannot be a measurement is left
 * out with a warning; a name that stands for two benchmarks gets a number.
 */
export class BenchmarkBuilder {
  private readonly warnings: WarningLog
  private readonly metrics = new Map<string, OpenMetric>()
  private readonly failed: FailedBenchmark[] = []
  /** By the unit as written. */
  private readonly scales = new Map<string, MeasureUnit>()

  constructor(warnings: WarningLog) {
    this.warnings = warnings
  }

  /** Benchmarks so far, with and without a number. */
  get count(): number {
    return this.metrics.size + this.failed.length
  }

  /** A metric that the report tells in one place. One of the same name is another benchmark, and said to be one. */
  add(seen: SeenMetric, { processes, summary }: SeenSamples, at: number | null): void {
    const metric = seen.metric ?? metricOfUnit(measureUnit(seen.unit).unit)
    const opened = this.open(this.unusedName({ ...seen, metric }, at), at)
    if (opened === null) return
    opened.summary = summary === null ? null : scaledSummary(summary, opened.scale.factor)
    const kept = processes.map((values) => this.usable(values, opened.scale, at)).filter(({ length }) => length > 0)
    opened.samples.push(...kept)
    this.compareCount(kept, summary?.count ?? null, at)
    const typical = opened.summary === null ? null : typicalValue(opened.summary)
    if (kept.length === 0 && typical !== null) opened.samples.push([typical])
  }

  /** A benchmark that ran and gave no number. */
  fail(name: string, message: string, at: number | null): void {
    if (this.failed.length >= MAX_FAILED) return
    const [line = ''] = message.trim().split('\n')
    this.failed.push({
      name: this.named(name, at),
      message: line === '' ? 'It failed.' : boundedName(line, at, this.warnings),
    })
  }

  /** A benchmark has failed that has no time, though one was listed, or nothing at all; of others some metrics are missing. */
  report(facts: ReportFacts): BenchmarkReport {
    const all = [...this.metrics.values()]
    const metrics = all.filter(({ samples }) => samples.length > 0).map(({ scale: _scale, ...metric }) => metric)
    const measured = new Set(metrics.map(({ name }) => name))
    const lost = all.filter((one) => one.samples.length === 0 && (one.metric === 'time' || !measured.has(one.name)))
    for (const name of new Set(lost.map((metric) => metric.name)))
      this.fail(name, `It has no ${measured.has(name) ? 'time' : 'value'} that can be used.`, null)
    return { ...facts, metrics, failed: this.failed }
  }

  private compareCount(kept: readonly (readonly number[])[], claimed: number | null, at: number | null): void {
    const listed = kept.reduce((sum, values) => sum + values.length, 0)
    if (claimed === null || listed === 0 || listed === claimed) return
    this.warnings.add(`${DIFFERENCE_PREFIX}${claimed} samples where ${listed} are listed; what is listed counts`, at)
  }

  private open(seen: NamedMetric, at: number | null): OpenMetric | null {
    if (this.metrics.size >= MAX_METRICS) {
      this.warnings.add(`more than ${MAX_METRICS} benchmarks: the others are left out`, at)
      return null
    }
    const scale = this.scaleOf(seen.unit)
    const opened: OpenMetric = {
      name: this.named(seen.name, at),
      metric: boundedName(seen.metric, at, this.warnings),
      unit: boundedName(scale.unit, at, this.warnings),
      direction: seen.direction ?? scale.direction,
      scale,
      samples: [],
      summary: null,
      file: seen.file == null || seen.file === '' ? null : boundedName(seen.file, at, this.warnings),
      line: seen.line ?? null,
    }
    this.metrics.set(keyOf(seen), opened)
    return opened
  }

  /** Thousands of benchmarks have the same few units. */
  private scaleOf(unit: string): MeasureUnit {
    const known = this.scales.get(unit)
    if (known !== undefined) return known
    const scale = measureUnit(unit)
    this.scales.set(unit, scale)
    return scale
  }

  private usable(values: readonly number[], { unit, factor }: MeasureUnit, at: number | null): number[] {
    const place = { unit, at, warnings: this.warnings }
    const kept: number[] = []
    for (const value of values) {
      const usable = usableValue(value * factor, place)
      if (usable !== null) kept.push(usable)
    }
    return kept
  }

  private unusedName(seen: NamedMetric, at: number | null): NamedMetric {
    if (!this.metrics.has(keyOf(seen))) return seen
    this.warnings.add('two benchmarks have one name: the later ones are numbered', at)
    for (let number = 2; ; number++) {
      const other = { ...seen, name: `${seen.name} #${number}` }
      if (!this.metrics.has(keyOf(other))) return other
    }
  }

  private named(name: string, at: number | null): string {
    if (name === '') this.warnings.add(`a benchmark has no name: it is listed as ${NAMELESS}`, at)
    return name === '' ? NAMELESS : boundedName(name, at, this.warnings)
  }
}

function keyOf({ name, metric }: NamedMetric): string {
  return `${name}\0${metric}`
}
