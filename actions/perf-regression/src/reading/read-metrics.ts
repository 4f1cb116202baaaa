import type { BenchmarkMetric, BenchmarkReport, FailedBenchmark } from '@testwarden/core/model/benchmark'
import { countBenchmarks } from '@testwarden/core/model/benchmark-totals'
import type { ReadWarning } from '@testwarden/core/model/result'
import type { MetricFacts, MetricPlace, PerfReport } from '../facts.js'
import { benchmarkKey } from '../metric-key.js'
import { processOf, statsOf } from './measured-stats.js'

/** One report, as intake hands it over. */
export interface SeenReport {
  readonly path: string
  readonly format: string
  readonly model: BenchmarkReport
  readonly warnings: readonly ReadWarning[]
}

/** What all reports of a job say together. */
export interface ReadMetrics {
  readonly reports: readonly PerfReport[]
  readonly metrics: readonly MetricFacts[]
  readonly failed: readonly FailedBenchmark[]
  readonly notes: readonly string[]
}

const WARNINGS_KEPT = 20
const FAILED_KEPT = 1_000

/** Finds the line of the repository that a report means. */
export type PlaceFinder = (metric: BenchmarkMetric) => MetricPlace | null

/** Several reports that have one benchmark are several processes of it: a benchmark is mostly repeated that way. */
export class MetricReader {
  private readonly find: PlaceFinder
  private readonly reports: PerfReport[] = []
  private readonly metrics = new Map<string, BenchmarkMetric>()
  private readonly failed: FailedBenchmark[] = []
  private readonly notes = new Set<string>()

  constructor(find: PlaceFinder) {
    this.find = find
  }

  add(report: SeenReport): void {
    const { model, path, format } = report
    for (const metric of model.metrics) this.addMetric(metric, path)
    this.failed.push(...model.failed)
    this.reports.push({
      path,
      format,
      dialect: model.dialect,
      ...countBenchmarks(model.metrics),
      cpu: model.machine?.cpu ?? null,
      warnings: report.warnings.slice(0, WARNINGS_KEPT).map(messageOf),
    })
  }

  result(): ReadMetrics {
    const metrics = [...this.metrics].map(([key, metric]) => this.factsOf(key, metric))
    return {
      reports: this.reports.sort((left, right) => (left.path < right.path ? -1 : 1)),
      metrics: metrics.sort((left, right) => (left.key < right.key ? -1 : 1)),
      failed: this.failed.slice(0, FAILED_KEPT),
      notes: [...this.notes],
    }
  }

  private addMetric(metric: BenchmarkMetric, path: string): void {
    const key = benchmarkKey(metric.name, metric.metric)
    const known = this.metrics.get(key)
    if (known === undefined) this.metrics.set(key, metric)
    else if (known.unit !== metric.unit)
      this.notes.add(
        `${path} has \`${metric.name}\` in ${metric.unit}, another report in ${known.unit}: the first counts.`,
      )
    else this.metrics.set(key, { ...known, samples: [...known.samples, ...metric.samples] })
  }

  private factsOf(key: string, metric: BenchmarkMetric): MetricFacts {
    const { unit, direction, samples } = metric
    const processes = samples.map(processOf)
    return { key, kind: 'benchmark', unit, direction, processes, stats: statsOf(metric), place: this.find(metric) }
  }
}

function messageOf({ message, line }: ReadWarning): string {
  return line === null ? message : `line ${line}: ${message}`
}
