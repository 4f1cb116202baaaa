import type { MeasuredName, MeasuredValue } from '@testwarden/history/benchmarks/recorded-benchmarks'
import type { PastSeries } from '../facts.js'
import { type CommitRuns, pointValue } from './commit-runs.js'

/** Series of the metrics of this run; a value in another unit is of another series. Ascending by key. */
export function buildSeries(commits: readonly CommitRuns[], names: readonly MeasuredName[]): readonly PastSeries[] {
  const runsByKey = commits.map(({ runs }) =>
    runs.map(({ values }) => new Map(values.map((value) => [value.key, value]))),
  )
  return names.map(({ key, kind, unit, direction }) => ({
    key,
    kind,
    unit,
    direction,
    values: runsByKey.map((runs) => pointValue(valuesOf(runs, { key, unit }))),
    acceptedAt: commits.findLast(({ runs }) => runs.some(({ accepted }) => accepted.includes(key)))?.sha ?? null,
  }))
}

function valuesOf(
  runs: readonly ReadonlyMap<string, MeasuredValue>[],
  { key, unit }: Pick<MeasuredName, 'key' | 'unit'>,
): readonly MeasuredValue[] {
  return runs.flatMap((values) => {
    const value = values.get(key)
    return value === undefined || value.unit !== unit ? [] : [value]
  })
}
