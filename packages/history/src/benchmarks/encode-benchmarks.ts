import { type BenchmarkRecord, type ProcessNumbers, SCHEMA, type StatNumbers } from './benchmark-record.js'
import { type MetricRoster, nextRoster } from './metric-roster.js'
import type { MeasuredValue, RecordedBenchmarks } from './recorded-benchmarks.js'
import { significant } from './significant.js'

/** What hosted machines repeat to a hundredth at best. */
const VALUE_DIGITS = 5
const SPREAD_DIGITS = 3

/** @param known the roster that the next record may name instead of holding its own; null: there is none */
export function encodeBenchmarks(run: RecordedBenchmarks, known: MetricRoster | null): BenchmarkRecord {
  const roster = nextRoster(run.values, known)
  const byKey = new Map(run.values.map((value) => [value.key, value]))
  const values = roster.names.map(({ key }) => byKey.get(key) ?? null)
  const accepted = new Set(run.accepted)
  return {
    schema: SCHEMA,
    roster: roster === known ? roster.id : roster,
    isWhole: run.isWhole,
    kernelNs: run.kernelNs === null ? null : significant(run.kernelNs, VALUE_DIGITS),
    processes: values.map(processNumbers),
    stats: values.map(statNumbers),
    accepted: roster.names.flatMap(({ key }, place) => (accepted.has(key) ? [place] : [])),
  }
}

function processNumbers(value: MeasuredValue | null): ProcessNumbers {
  if (value === null) return null
  return value.processes.flatMap(({ median, mad, count }) => [
    significant(median, VALUE_DIGITS),
    significant(mad, SPREAD_DIGITS),
    count,
  ])
}

function statNumbers(value: MeasuredValue | null): StatNumbers {
  if (value === null || value.stats === null) return null
  const { min, max, mean, median, stddev, iqr } = value.stats
  const rounded = (stat: number | null, digits: number): number | null =>
    stat === null ? null : significant(stat, digits)
  return [
    ...[min, max, mean, median].map((stat) => rounded(stat, VALUE_DIGITS)),
    ...[stddev, iqr].map((stat) => rounded(stat, SPREAD_DIGITS)),
  ]
}
