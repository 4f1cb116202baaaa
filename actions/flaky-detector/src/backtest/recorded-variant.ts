import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { orderRecords } from '@testwarden/history/line/order-records'
import { openTestRuns, type TestRuns } from '@testwarden/history/tests/decode-runs'
import { commitsOf, type Timeline } from '../reading/timeline.js'
import { rememberRuns, selectRuns } from './remembered-runs.js'

/** All records of one job and matrix cell, opened once for every question about any point of their past. */
export interface RecordedVariant {
  /** In the order in which they came. */
  readonly records: readonly HistoryRecord[]
  /** By the indexes of {@link records}. */
  readonly runs: TestRuns
  /** First parents of the default branch as git knows them, newest first; empty: nobody asked git. */
  readonly firstParents: readonly string[]
}

/** The records of each job and matrix cell by themselves; ascending by variant. */
export function openVariants(records: readonly HistoryRecord[], firstParents: readonly string[]): RecordedVariant[] {
  const byVariant = new Map<string, HistoryRecord[]>()
  for (const record of records) {
    const variant = canonicalJson(variantKeyOf(record.key))
    const known = byVariant.get(variant)
    if (known === undefined) byVariant.set(variant, [record])
    else known.push(record)
  }
  return [...byVariant.keys()].sort().map((variant) => {
    const own = [...(byVariant.get(variant) ?? [])].sort(byTime)
    const opened = openTestRuns(own.map(({ body }) => body))
    return { records: own, runs: rememberRuns(opened, own.length), firstParents }
  })
}

function byTime(left: HistoryRecord, right: HistoryRecord): number {
  return Date.parse(left.time) - Date.parse(right.time)
}

/** Some records of a variant as a decision sees them: those on its line, and all others. */
export interface VariantPast {
  readonly timeline: Timeline
  /** Indexes in the variant, in the order of the timeline. */
  readonly line: readonly number[]
  readonly elsewhere: readonly number[]
  /** What the line leads to; null where git does not know. */
  readonly baseSha: string | null
}

export interface PastOf {
  /** Records from there on have not come yet. */
  readonly before: number
  /** Of the commit that is judged; null: everything on the line counts. */
  readonly testedSha: string | null
}

/** What was known before a record came. */
export function pastOf({ records, runs, firstParents }: RecordedVariant, { before, testedSha }: PastOf): VariantPast {
  const ancestors = ancestorsOf(testedSha, firstParents)
  const indexes = new Map<HistoryRecord, number>()
  for (const [index, record] of records.slice(0, before).entries())
    if (record.testedSha !== testedSha) indexes.set(record, index)
  const ordered = orderRecords([...indexes.keys()], { ancestors, isWhole: false })
  const indexOf = (record: HistoryRecord): number => indexes.get(record) ?? -1
  const line = ordered.line.map(indexOf)
  const view = selectRuns(runs, line)
  const commits = commitsOf(ordered.line, view.usable, view)
  return {
    timeline: { line: ordered.line, runs: view, usable: view.usable, commits },
    line,
    elsewhere: ordered.elsewhere.map(indexOf),
    baseSha: ancestors[0] ?? null,
  }
}

function ancestorsOf(testedSha: string | null, firstParents: readonly string[]): readonly string[] {
  if (testedSha === null) return firstParents
  const at = firstParents.indexOf(testedSha)
  return at === -1 ? [] : firstParents.slice(at + 1)
}
