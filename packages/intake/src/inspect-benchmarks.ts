import type { InspectedBenchmarks, MergedBenchmarks } from '@testwarden/core/files/inspected-benchmarks'
import type { BenchmarkReport } from '@testwarden/core/model/benchmark'
import { countBenchmarks } from '@testwarden/core/model/benchmark-totals'
import type { GoodReport } from './read-report.js'

export interface BenchmarkInspection {
  add(read: GoodReport<BenchmarkReport>): void
  reports(): readonly InspectedBenchmarks[]
  /** null where there was no report. */
  merged(): MergedBenchmarks | null
}

/** Reports of benchmarks, each by itself and all of them as one: a benchmark that several have is one. */
export function createBenchmarkInspection(): BenchmarkInspection {
  const reads: GoodReport<BenchmarkReport>[] = []
  return {
    add: (read) => void reads.push(read),
    reports: () => reads.map(inspected),
    merged: () => (reads.length === 0 ? null : mergedOf(reads.filter(({ duplicateOf }) => duplicateOf === null))),
  }
}

function inspected({ path, format, model, partial, warnings }: GoodReport<BenchmarkReport>): InspectedBenchmarks {
  const { dialect, metrics, failed } = model
  const totals = countBenchmarks(metrics)
  return { path, kind: 'benchmark', format, dialect, partial, totals, failed: failed.length, warnings }
}

function mergedOf(reads: readonly GoodReport<BenchmarkReport>[]): MergedBenchmarks {
  const metrics = reads.flatMap(({ model }) => model.metrics)
  const names = new Set(metrics.map(({ name, metric }) => `${name}\0${metric}`))
  return {
    totals: { ...countBenchmarks(metrics), metrics: names.size },
    failed: reads.reduce((sum, { model }) => sum + model.failed.length, 0),
  }
}
