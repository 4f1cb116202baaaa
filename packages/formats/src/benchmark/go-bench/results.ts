import type { BenchmarkReport, Direction, ReportedMachine } from '@testwarden/core/model/benchmark'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { GoFailures } from './failures.js'
import type { ResultLine } from './result-line.js'
import type { UnitLine } from './unit-line.js'

/** What was measured of one benchmark in one unit. */
export interface GoSeries {
  readonly unit: string
  readonly at: number
  readonly processes: number[][]
  /** The process that the last value is of. */
  process: number
}

export interface GoBenchmark {
  readonly name: string
  readonly pkg: string | null
  /** In the order of its first line. */
  readonly series: GoSeries[]
}

/** Go's words for what is measured; any other unit is its own name. */
export const GO_METRICS: ReadonlyMap<string, string> = new Map([
  ['ns/op', 'time'],
  ['sec/op', 'time'],
  ['MB/s', 'throughput'],
  ['B/s', 'throughput'],
])
const PROCESSORS = /-([1-9][0-9]*)$/
const IN_NO_PACKAGE = ''
const NONE = -1

/**
 * Results by benchmark and unit, until the whole file is known: only then it is clear whether the number behind each name
 * is that of the processors.
 */
export class GoResults {
  private readonly builder: BenchmarkBuilder
  private readonly benchmarks = new Map<string, GoBenchmark>()
  private readonly directions = new Map<string, Direction>()
  private process = 0
  private hasNew = false

  constructor(warnings: WarningLog) {
    this.builder = new BenchmarkBuilder(warnings)
  }

  get isEmpty(): boolean {
    return this.benchmarks.size === 0
  }

  /** @returns the benchmark that it is a result of */
  add({ name, values }: ResultLine, { pkg, at }: { readonly pkg: string | null; readonly at: number }): GoBenchmark {
    const benchmark = this.benchmarkOf(name, pkg)
    for (const { value, unit } of values) {
      let series = benchmark.series.find((each) => each.unit === unit)
      if (series === undefined) {
        series = { unit, at, processes: [], process: NONE }
        benchmark.series.push(series)
      }
      this.addValue(series, value)
    }
    return benchmark
  }

  /** One more value of a series that {@link add} made. */
  addValue(series: GoSeries, value: number): void {
    this.hasNew = true
    const samples = series.process === this.process ? series.processes.at(-1) : undefined
    if (samples === undefined) series.processes.push([value])
    else samples.push(value)
    series.process = this.process
  }

  declare({ unit, direction }: UnitLine): void {
    if (direction !== null) this.directions.set(unit, direction)
  }

  /** What comes behind is of another process. */
  endProcess(): void {
    if (this.hasNew) this.process++
    this.hasNew = false
  }

  report(machine: ReportedMachine | null, failures: GoFailures): BenchmarkReport {
    const benchmarks = [...this.benchmarks.values()]
    const suffix = sharedSuffix(benchmarks)
    for (const benchmark of benchmarks)
      this.addAll(benchmark.series, qualified(withoutSuffix(benchmark.name, suffix), benchmark.pkg))
    for (const { name, pkg, message, at } of failures.list())
      this.builder.fail(qualified(withoutSuffix(name, suffix), pkg), message, at)
    return this.builder.report({ dialect: 'go', machine, startedAt: null })
  }

  private addAll(all: readonly GoSeries[], name: string): void {
    for (const { unit, at, processes } of all) {
      const direction = this.directions.get(unit)
      const seen = { name, metric: GO_METRICS.get(unit) ?? unit, unit, ...(direction && { direction }) }
      this.builder.add(seen, { processes, summary: null }, at)
    }
  }

  private benchmarkOf(name: string, pkg: string | null): GoBenchmark {
    const key = `${pkg ?? IN_NO_PACKAGE} ${name}`
    const known = this.benchmarks.get(key)
    if (known !== undefined) return known
    const benchmark = { name: ownText(name), pkg, series: [] }
    this.benchmarks.set(key, benchmark)
    return benchmark
  }
}

/** Packages may have benchmarks of one name; a package alone has none. */
function qualified(name: string, pkg: string | null): string {
  return [pkg ?? '', name].filter((part) => part !== '').join('.')
}

/**
 * `-8`, where all benchmarks end in it: the number of processors, which is the machine's and no part of the name. Where
 * they end in different numbers, these tell benchmarks apart, so nothing is taken off.
 */
function sharedSuffix(benchmarks: readonly GoBenchmark[]): string {
  const [first, ...others] = benchmarks
  const [suffix = ''] = PROCESSORS.exec(first?.name ?? '') ?? []
  return others.every(({ name }) => name.endsWith(suffix)) ? suffix : ''
}

/** Of what failed before it was measured, Go prints the name alone. */
function withoutSuffix(name: string, suffix: string): string {
  return suffix !== '' && suffix !== name && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name
}
