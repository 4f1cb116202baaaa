import type { BenchmarkReport, Direction, ReportedMachine } from '@testwarden/core/model/benchmark'
import { ownText } from '../../text/own-text.js'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { GoFailures } from './failures.js'
import { GoBenchmark, type GoMetric } from './go-benchmark.js'
import type { ResultLine } from './result-line.js'
import type { UnitLine } from './unit-line.js'

export interface ResultPlace {
  readonly pkg: string | null
  readonly at: number
}

/** Go's words for what is measured; any other unit is its own name. */
export const GO_METRICS: ReadonlyMap<string, string> = new Map([
  ['ns/op', 'time'],
  ['sec/op', 'time'],
  ['MB/s', 'throughput'],
  ['B/s', 'throughput'],
])
const PROCESSORS = /-([1-9][0-9]*)$/

/**
 * Results by benchmark and unit, until the whole file is known: only then it is clear whether the number behind each name
 * is that of the processors.
 */
export class GoResults {
  private readonly builder: BenchmarkBuilder
  /** In their order. */
  private readonly benchmarks: GoBenchmark[] = []
  /** By package and name. */
  private readonly packages = new Map<string, Map<string, GoBenchmark>>()
  private readonly directions = new Map<string, Direction>()
  private process = 0
  private hasNew = false

  constructor(warnings: WarningLog) {
    this.builder = new BenchmarkBuilder(warnings)
  }

  get isEmpty(): boolean {
    return this.benchmarks.length === 0
  }

  add({ name, values }: ResultLine, { pkg, at }: ResultPlace): void {
    const benchmark = this.benchmark(name, pkg)
    for (const { value, unit } of values) this.addValue(benchmark.metric(unit, at), value)
  }

  benchmark(name: string, pkg: string | null): GoBenchmark {
    const named = this.inPackage(pkg ?? '')
    const known = named.get(name)
    if (known !== undefined) return known
    const benchmark = new GoBenchmark(ownText(name), pkg ?? '')
    named.set(benchmark.name, benchmark)
    this.benchmarks.push(benchmark)
    return benchmark
  }

  addValue(metric: GoMetric, value: number): void {
    this.hasNew = true
    metric.add(value, this.process)
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
    const suffix = sharedSuffix(this.benchmarks)
    for (const { name, pkg, metrics } of this.benchmarks) {
      const shown = qualified(withoutSuffix(name, suffix), pkg)
      for (const metric of metrics) this.build(shown, metric)
    }
    for (const { name, pkg, message, at } of failures.list())
      this.builder.fail(qualified(withoutSuffix(name, suffix), pkg ?? ''), message, at)
    return this.builder.report({ dialect: 'go', machine, startedAt: null })
  }

  private inPackage(pkg: string): Map<string, GoBenchmark> {
    const known = this.packages.get(pkg)
    if (known !== undefined) return known
    const benchmarks = new Map<string, GoBenchmark>()
    this.packages.set(pkg, benchmarks)
    return benchmarks
  }

  private build(name: string, metric: GoMetric): void {
    const { unit, at } = metric
    const direction = this.directions.get(unit)
    const seen = { name, metric: GO_METRICS.get(unit) ?? unit, unit }
    this.builder.add(
      direction === undefined ? seen : { ...seen, direction },
      { processes: metric.processes(), summary: null },
      at,
    )
  }
}

/** Packages may have benchmarks of one name; a package alone has none. */
function qualified(name: string, pkg: string): string {
  if (pkg === '') return name
  // Joined, not added: a map compares added texts piece by piece.
  return name === '' ? pkg : [pkg, name].join('.')
}

/**
 * `-8`, where all benchmarks end in it: the number of processors, which is the machine's and no part of the name. Where
 * they end in different numbers, these tell benchmarks apart, so nothing is taken off.
 */
function sharedSuffix(benchmarks: readonly GoBenchmark[]): string {
  const [suffix = ''] = PROCESSORS.exec(benchmarks[0]?.name ?? '') ?? []
  return benchmarks.every(({ name }) => name.endsWith(suffix)) ? suffix : ''
}

/** Of what failed before it was measured, Go prints the name alone. */
function withoutSuffix(name: string, suffix: string): string {
  return suffix !== '' && suffix !== name && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name
}
