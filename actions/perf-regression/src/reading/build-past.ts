import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { decodeBenchmarks } from '@testwarden/history/benchmarks/decode-benchmarks'
import type { MetricRoster } from '@testwarden/history/benchmarks/metric-roster'
import type { MeasuredName, RecordedBenchmarks } from '@testwarden/history/benchmarks/recorded-benchmarks'
import type { KnownPerfPast, PastStratum } from '../facts.js'
import { buildSeries } from './build-series.js'
import { type CommitRuns, pastRunOf, pointOf } from './commit-runs.js'
import { stratumOf } from './stratum.js'

export interface PastQuestion {
  /** Of the default branch, oldest first, those of one commit together. */
  readonly line: readonly HistoryRecord[]
  readonly stratum: string
  /** Of this run; ascending by key. */
  readonly names: readonly MeasuredName[]
  /** Of the pinned reference, wherever it lies; none where nothing is pinned. */
  readonly pinned: readonly HistoryRecord[]
}

export interface BuiltPast {
  readonly past: KnownPerfPast
  readonly roster: MetricRoster | null
  readonly problems: readonly string[]
}

/** What the records say of the benchmarks of this run. */
export function buildPast({ line, pinned, stratum, names }: PastQuestion): BuiltPast {
  const records = [...pinned, ...line]
  const { runs, roster, problems } = decodeBenchmarks(records.map(({ body }) => body))
  const placed = records.flatMap((record, index) => {
    const run = runs[index] ?? null
    return run === null ? [] : [{ record, run, stratum: stratumOf(record.machine) }]
  })
  const onLine = new Set(line)
  const all = placed.filter(({ record }) => onLine.has(record))
  const commits = byCommit(all.filter((each) => each.stratum === stratum))
  const [reference] = byCommit(placed.filter((each) => each.stratum === stratum && pinned.includes(each.record)))
  const whole = all.findLast(({ run }) => run.isWhole)?.run ?? null
  const last = commits.at(-1)
  const past: KnownPerfPast = {
    kind: 'known',
    commits: commits.map(pointOf),
    series: buildSeries(commits, names),
    baseline: last === undefined ? null : pastRunOf(last),
    reference: reference === undefined ? null : pastRunOf(reference),
    ...missingFrom(whole, names),
    strata: countStrata(all.filter((each) => each.stratum !== stratum)),
  }
  return { past, roster, problems }
}

interface PlacedRun {
  readonly record: HistoryRecord
  readonly run: RecordedBenchmarks
  readonly stratum: string
}

function byCommit(runs: readonly PlacedRun[]): readonly CommitRuns[] {
  const commits = new Map<string, { sha: string; time: string; runs: RecordedBenchmarks[] }>()
  for (const { record, run } of runs) {
    const known = commits.get(record.testedSha)
    if (known === undefined) commits.set(record.testedSha, { sha: record.testedSha, time: record.time, runs: [run] })
    else known.runs.push(run)
  }
  return [...commits.values()]
}

function missingFrom(
  whole: RecordedBenchmarks | null,
  names: readonly MeasuredName[],
): Pick<KnownPerfPast, 'missing' | 'expected'> {
  const present = new Set(names.map(({ key }) => key))
  const expected = (whole?.values ?? []).filter(({ kind }) => kind === 'benchmark')
  return {
    missing: expected.flatMap(({ key }) => (present.has(key) ? [] : [key])).sort(),
    expected: expected.length,
  }
}

function countStrata(others: readonly PlacedRun[]): readonly PastStratum[] {
  const commits = new Map<string, Set<string>>()
  for (const { stratum, record } of others)
    commits.set(stratum, (commits.get(stratum) ?? new Set()).add(record.testedSha))
  return [...commits]
    .map(([stratum, shas]) => ({ stratum, commits: shas.size }))
    .sort((left, right) => (left.stratum < right.stratum ? -1 : 1))
}
