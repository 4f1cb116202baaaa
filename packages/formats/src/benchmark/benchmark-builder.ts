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
import { areBeyondDoubt, usableValue } from './usable-value.js'

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

interface SamplesPlace {
  readonly scale: MeasureUnit
  /** In the unit of the model. */
  readonly summary: SampleSummary | null
  readonly at: number | null
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
  private readonly metrics: BenchmarkMetric[] = []
  /** Names that are taken, by metric. */
  private readonly names = new Map<string, Set<string>>()
  /** How often a name was there already. */
  private readonly repeats = new Map<string, number>()
  private readonly failed: FailedBenchmark[] = []
  /** By the unit as written. */
  private readonly scales = new Map<string, MeasureUnit>()

  constructor(warnings: WarningLog) {
    this.warnings = warnings
  }

  /** Benchmarks so far, with and without a number. */
  get count(): number {
    return this.metrics.length + this.failed.length
  }

  /**
   * A metric that the report tells in one place. One of the same name is another benchmark, and said to be one.
   * The lists of values are kept, where nothing in them has to be changed: nobody may fill them anew.
   */
  add(seen: SeenMetric, { processes, summary }: SeenSamples, at: number | null): void {
    if (this.metrics.length >= MAX_METRICS) {
      this.warnings.add(`more than ${MAX_METRICS} benchmarks: the others are left out`, at)
      return
    }
    const scale = this.scaleOf(seen.unit)
    const metric = boundedName(seen.metric ?? metricOfUnit(scale.unit), at, this.warnings)
    const name = this.unusedName(this.named(seen.name, at), metric, at)
    const scaled = summary === null ? null : scaledSummary(summary, scale.factor)
    this.metrics.push({
      name,
      metric,
      unit: boundedName(scale.unit, at, this.warnings),
      direction: seen.direction ?? scale.direction,
      samples: this.samplesOf(processes, { scale, summary: scaled, at }),
      summary: scaled,
      file: seen.file == null || seen.file === '' ? null : boundedName(seen.file, at, this.warnings),
      line: seen.line ?? null,
    })
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
    const metrics = this.metrics.filter(({ samples }) => samples.length > 0)
    if (metrics.length < this.metrics.length) this.failUnmeasured(new Set(metrics.map(({ name }) => name)))
    return { ...facts, metrics, failed: this.failed }
  }

  private failUnmeasured(measured: ReadonlySet<string>): void {
    const empty = this.metrics.filter(({ samples }) => samples.length === 0)
    const lost = empty.filter(({ name, metric }) => metric === 'time' || !measured.has(name))
    for (const name of new Set(lost.map((metric) => metric.name)))
      this.fail(name, `It has no ${measured.has(name) ? 'time' : 'value'} that can be used.`, null)
  }

  /** Where nothing is listed, the typical value stands for all of it. */
  private samplesOf(processes: SeenSamples['processes'], place: SamplesPlace): BenchmarkMetric['samples'] {
    const kept: (readonly number[])[] = []
    for (const values of processes) {
      const usable = this.usable(values, place)
      if (usable.length > 0) kept.push(usable)
    }
    const { summary, at } = place
    this.compareCount(kept, summary?.count ?? null, at)
    const typical = summary === null ? null : typicalValue(summary)
    return kept.length === 0 && typical !== null ? [[typical]] : kept
  }

  private compareCount(kept: BenchmarkMetric['samples'], claimed: number | null, at: number | null): void {
    if (claimed === null) return
    const listed = kept.reduce((sum, values) => sum + values.length, 0)
    if (listed === 0 || listed === claimed) return
    this.warnings.add(`${DIFFERENCE_PREFIX}${claimed} samples where ${listed} are listed; what is listed counts`, at)
  }

  /** Thousands of benchmarks have the same few units. */
  private scaleOf(unit: string): MeasureUnit {
    const known = this.scales.get(unit)
    if (known !== undefined) return known
    const scale = measureUnit(unit)
    this.scales.set(unit, scale)
    return scale
  }

  private usable(values: readonly number[], { scale: { unit, factor }, at }: SamplesPlace): readonly number[] {
    const scaled = factor === 1 ? values : values.map((value) => value * factor)
    if (areBeyondDoubt(scaled)) return scaled
    const place = { unit, at, warnings: this.warnings }
    return scaled.flatMap((value) => usableValue(value, place) ?? [])
  }

  private unusedName(name: string, metric: string, at: number | null): string {
    const taken = this.namesOf(metric)
    const before = taken.size
    if (taken.add(name).size > before) return name
    this.warnings.add('two benchmarks have one name: the later ones are numbered', at)
    const key = `${name}\0${metric}`
    for (let number = this.repeats.get(key) ?? 2; ; number++) {
      const numbered = `${name} #${number}`
      this.repeats.set(key, number + 1)
      if (taken.add(numbered).size > before) return numbered
    }
  }

  private namesOf(metric: string): Set<string> {
    const known = this.names.get(metric)
    if (known !== undefined) return known
    const names = new Set<string>()
    this.names.set(metric, names)
    return names
  }

  private named(name: string, at: number | null): string {
    if (name === '') this.warnings.add(`a benchmark has no name: it is listed as ${NAMELESS}`, at)
    return name === '' ? NAMELESS : boundedName(name, at, this.warnings)
  }
}
