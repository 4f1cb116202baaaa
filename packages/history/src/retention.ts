import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { canonicalJson, variantKeyOf } from '@testwarden/core/model/record-key'
import { intactLines } from './compaction.js'
import { packLines } from './pack-lines.js'
import { withWhatTheyNeed } from './record-links.js'
import { readSegmentLines, type Segment } from './segment.js'
import { joinEdits, NO_EDIT, type SegmentEdit } from './segment-edit.js'
import { folderOf, isSegmentPath } from './segment-place.js'

const DAY_MS = 24 * 60 * 60 * 1000

/** How long what is kept, by age in days: everything, then the newest of each day, of each week, of each month. */
export interface RetentionPolicy {
  readonly allDays: number
  readonly dailyDays: number
  readonly weeklyDays: number
  /** Older records go, but never the newest baseline of a branch. */
  readonly monthlyDays: number
}

export const DEFAULT_RETENTION: RetentionPolicy = { allDays: 90, dailyDays: 180, weeklyDays: 730, monthlyDays: 3650 }

export interface RetentionRule {
  readonly policy: RetentionPolicy
  readonly nowMs: number
}

/**
 * The records that stay. "The newest" is meant for each job, matrix cell and step (the variant) and each trust;
 * baselines count for each branch by itself, and the newest of them always stays. So does what a record that stays
 * cannot be read without.
 */
export function recordsToKeep(records: readonly HistoryRecord[], rule: RetentionRule): ReadonlySet<HistoryRecord> {
  const newestFirst = records
    .map((record) => ({ record, timeMs: Date.parse(record.time), line: canonicalJson(record) }))
    .sort((left, right) => right.timeMs - left.timeMs || (left.line < right.line ? -1 : 1))
  const taken = new Set<string>()
  const kept = new Set<HistoryRecord>()
  for (const { record, timeMs } of newestFirst) {
    const slots = slotsOf(record, { timeMs, rule })
    if (slots.includes(null) || slots.some((slot) => slot !== null && !taken.has(slot))) kept.add(record)
    for (const slot of slots) if (slot !== null) taken.add(slot)
  }
  return withWhatTheyNeed(
    kept,
    newestFirst.map(({ record }) => record),
  )
}

/**
 * Removes what the policy lets go. Segments with a line that this version cannot read stay whole; a line that stays
 * keeps its bytes.
 */
export function planRetention(segments: readonly Segment[], rule: RetentionRule): SegmentEdit {
  const used = segments.filter(({ path }) => isSegmentPath(path))
  const records = new Map<string, HistoryRecord>()
  for (const segment of used) for (const [line, record] of recordsOf(segment)) records.set(line, record)
  const kept = recordsToKeep([...records.values()], rule)
  const stays = new Set([...records].filter(([, record]) => kept.has(record)).map(([line]) => line))
  return joinEdits(used.map((segment) => thinOut(segment, stays)))
}

function thinOut(segment: Segment, stays: ReadonlySet<string>): SegmentEdit {
  const lines = intactLines(segment)
  if (lines === null) return NO_EDIT
  const left = lines.filter(({ record }) => stays.has(canonicalJson(record)))
  if (left.length === lines.length) return NO_EDIT
  return { write: packLines(folderOf(segment.path), left), remove: [segment.path], move: [] }
}

/** By canonical line, so that the same record in two segments is one. */
function recordsOf(segment: Segment): [string, HistoryRecord][] {
  const read = readSegmentLines(segment)
  if (!read.ok) return []
  return read.lines.flatMap((line) => (line.ok ? [[canonicalJson(line.record), line.record]] : []))
}

/** The places that a record may take as the newest one. null: it stays whatever else there is. */
function slotsOf(
  record: HistoryRecord,
  { timeMs, rule }: { readonly timeMs: number; readonly rule: RetentionRule },
): (string | null)[] {
  const isBaseline = record.trust === 'default-branch'
  const group = canonicalJson([variantKeyOf(record.key), record.trust, isBaseline ? record.branch : null])
  const period = periodOf(timeMs, rule)
  const slots = period === 'gone' ? [] : [period === null ? null : `${group} ${period}`]
  return isBaseline ? [...slots, `${group} newest`] : slots
}

/** null: younger than any thinning. */
function periodOf(timeMs: number, { policy, nowMs }: RetentionRule): string | 'gone' | null {
  const days = (nowMs - timeMs) / DAY_MS
  if (days <= policy.allDays) return null
  if (days <= policy.dailyDays) return `day ${Math.floor(timeMs / DAY_MS)}`
  if (days <= policy.weeklyDays) return `week ${weekOf(timeMs)}`
  if (days <= policy.monthlyDays) return `month ${new Date(timeMs).toISOString().slice(0, 7)}`
  return 'gone'
}

/** Weeks begin on Monday; 1970 began on a Thursday. */
function weekOf(timeMs: number): number {
  return Math.floor((timeMs / DAY_MS + 3) / 7)
}
