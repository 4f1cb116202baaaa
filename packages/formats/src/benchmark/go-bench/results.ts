import type { BenchmarkReport, Direction, ReportedMachine } from '@testwarden/core/model/benchmark'
import type { WarningLog } from '../../warning-log.js'
import { BenchmarkBuilder } from '../benchmark-builder.js'
import type { GoFailures } from './failures.js'
import type { ResultLine } from './result-line.js'
import type { UnitLine } from './unit-line.js'

interface GoMetric {
  readonly name: string
  readonly pkg: string | null
  readonly unit: string
  readonly at: number
  readonly processes: number[][]
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

/**
 * Results by benchmark and unit, until the whole file is known: only then it is clear whether the number behind each name
 * is that of the processors.
 */
export class GoResults {
  private readonly builder: BenchmarkBuilder
  private readonly metrics = new Map<string, GoMetric>()
  private readonly directions = new Map<string, Direction>()
  private process = 0
  private hasNew = false

  constructor(warnings: WarningLog) {
    this.builder = new BenchmarkBuilder(warnings)
  }

  get isEmpty(): boolean {
    return this.metrics.size === 0
  }

  add({ name, values }: ResultLine, { pkg, at }: { readonly pkg: string | null; readonly at: number }): void {
    this.hasNew = true
    for (const { value, unit } of values) {
      const key = `${pkg ?? IN_NO_PACKAGE} ${name} ${unit}`
      let metric = this.metrics.get(key)
      if (metric === undefined) {
        metric = { name, pkg, unit, at, processes: [] }
        this.metrics.set(key, metric)
      }
      const samples = metric.processes[this.process]
      if (samples === undefined) metric.processes[this.process] = [value]
      else samples.push(value)
    }
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
    const metrics = [...this.metrics.values()]
    const suffix = sharedSuffix(metrics)
    for (const { name, pkg, unit, at, processes } of metrics) {
      const direction = this.directions.get(unit)
      const seen = {
        name: qualified(withoutSuffix(name, suffix), pkg),
        metric: GO_METRICS.get(unit) ?? unit,
        unit,
        ...(direction && { direction }),
      }
      this.builder.add(seen, { processes: Object.values(processes), summary: null }, at)
    }
    for (const { name, pkg, message, at } of failures.list())
      this.builder.fail(qualified(withoutSuffix(name, suffix), pkg), message, at)
    return this.builder.report({ dialect: 'go', machine, startedAt: null })
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
function sharedSuffix(metrics: readonly GoMetric[]): string {
  const [first, ...others] = metrics
  const [suffix = ''] = PROCESSORS.exec(first?.name ?? '') ?? []
  return others.every(({ name }) => name.endsWith(suffix)) ? suffix : ''
}

/** Of what failed before it was measured, Go prints the name alone. */
function withoutSuffix(name: string, suffix: string): string {
  return suffix !== '' && suffix !== name && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name
}
