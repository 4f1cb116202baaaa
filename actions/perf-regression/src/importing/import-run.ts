import type { BenchmarkMetric } from '@testwarden/core/model/benchmark'
import type { AppendHistory } from '@testwarden/core/model/change'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { benchmarkLinks } from '@testwarden/history/benchmarks/benchmark-record'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import { encodeBenchmarks } from '@testwarden/history/benchmarks/encode-benchmarks'
import type { MetricRoster } from '@testwarden/history/benchmarks/metric-roster'
import type { MeasuredValue } from '@testwarden/history/benchmarks/recorded-benchmarks'
import { MetricReader } from '../reading/read-metrics.js'

/** A past run with what another tool kept of it. */
export interface ImportedBenchmarks {
  readonly run: RunContext
  readonly metrics: readonly BenchmarkMetric[]
}

/** What becomes of an imported run. `known`: its record is there; `empty`: it has no benchmark. */
export type ImportedRecord =
  | { readonly kind: 'new'; readonly change: AppendHistory }
  | { readonly kind: 'known' | 'empty' }

/**
 * The record that a run would have left behind. It is whole, or the benchmarks that it lacks would not be what they are.
 * @param known records of its job and matrix cell, the imported ones before it too, oldest first
 */
export function recordImport({ run, metrics }: ImportedBenchmarks, known: readonly HistoryRecord[]): ImportedRecord {
  // The name of the run tells its content.
  if (known.some(({ key }) => canonicalJson(key) === canonicalJson(run.key))) return { kind: 'known' }
  if (metrics.length === 0) return { kind: 'empty' }
  const body = encodeBenchmarks(
    { values: valuesOf(metrics), isWhole: true, kernelNs: null, accepted: [] },
    newestRoster(known),
  )
  const key = `append-history:${canonicalJson(run.key)}`
  return { kind: 'new', change: { kind: 'append-history', key, body, ...benchmarkLinks(body), standsAlone: true } }
}

/** As a report of the same benchmarks is read, so that they have the same keys. */
function valuesOf(metrics: readonly BenchmarkMetric[]): readonly MeasuredValue[] {
  const reader = new MetricReader(() => null)
  const model = { dialect: null, metrics, failed: [], machine: null, startedAt: null }
  reader.add({ path: 'import', format: 'import', model, warnings: [] })
  return reader.result().metrics.map(({ place: _place, ...value }) => value)
}

function newestRoster(known: readonly HistoryRecord[]): MetricRoster | null {
  return decodeBenchmarks(known.map(({ body }) => body)).roster
}
