import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { orderRecords } from '@testwarden/history/line/order-records'
import { openTestRuns, type TestRuns } from '@testwarden/history/tests/decode-runs'

/** The recorded runs of all jobs and matrix cells of one workflow: the same trouble of several of them is one incident. */
export interface RecordedWorkflow {
  readonly workflow: string
  /** The runs of each job and matrix cell. */
  readonly cells: readonly TestRuns[]
  /** All of them, in the order in which they came. */
  readonly arrivals: readonly Arrival[]
}

/** A run that came. */
export interface Arrival {
  readonly record: HistoryRecord
  /** Index of its job and matrix cell. */
  readonly cell: number
  /** Index among the runs of the cell. */
  readonly run: number
  /** Its place on the default branch; null: it only tells which tests are flakes, as those of pull requests do. */
  readonly place: number | null
}

export interface RecordsQuestion {
  /** Of flaky-detector, in any order. */
  readonly records: readonly HistoryRecord[]
  /** First parents of the default branch, newest first, as far as git knows them; else the time of records orders them. */
  readonly firstParents: readonly string[]
  /** How many of the last runs of each job and matrix cell are replayed. */
  readonly runs: number
}

/** Ascending by workflow. */
export function openWorkflows({ records, firstParents, runs }: RecordsQuestion): readonly RecordedWorkflow[] {
  const byWorkflow = groupBy(records, ({ key }) => key.workflow)
  return [...byWorkflow].map(([workflow, all]) => {
    const opened = [...groupBy(all, ({ key }) => canonicalJson(variantKeyOf(key))).values()].map((own, cell) =>
      openCell(own, { cell, firstParents, runs }),
    )
    const arrivals = opened.flatMap((each) => each.arrivals).sort((left, right) => byTime(left.record, right.record))
    return { workflow, cells: opened.map((each) => each.runs), arrivals }
  })
}

interface Opening extends Omit<RecordsQuestion, 'records'> {
  readonly cell: number
}

function openCell(
  records: readonly HistoryRecord[],
  { cell, firstParents, runs: most }: Opening,
): { readonly runs: TestRuns; readonly arrivals: readonly Arrival[] } {
  const { line, elsewhere } = orderRecords(records, { ancestors: firstParents, isWhole: false })
  const places = new Map(line.map((record, place) => [record, place]))
  const heard = [...line, ...elsewhere].sort(byTime)
  const runs = openTestRuns(heard.map(({ body }) => body))
  const usable = new Set(runs.usable.map((run) => heard[run]))
  const replayed = new Set(most === 0 ? [] : line.filter((record) => usable.has(record)).slice(-most))
  const arrivals = runs.usable.flatMap((run): Arrival[] => {
    const record = heard[run]
    if (record === undefined) return []
    return [{ record, cell, run, place: replayed.has(record) ? (places.get(record) ?? null) : null }]
  })
  return { runs, arrivals }
}

function byTime(left: HistoryRecord, right: HistoryRecord): number {
  return Date.parse(left.time) - Date.parse(right.time)
}

/** Ascending by key. */
function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const value of values) {
    const known = groups.get(keyOf(value))
    if (known === undefined) groups.set(keyOf(value), [value])
    else known.push(value)
  }
  return new Map([...groups].sort(([left], [right]) => (left < right ? -1 : 1)))
}
