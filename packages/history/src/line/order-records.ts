import type { HistoryRecord } from '@testwarden/core/model/history-record'
import { besideLine, type KnownLine } from './known-line.js'

/** The records of one variant, as far as they lie on the way to what this run is compared with. */
export interface OrderedRecords {
  /** Of the default branch, oldest first, those of one commit by time. */
  readonly line: readonly HistoryRecord[]
  /** All others: pull requests, and commits that this run does not descend from. */
  readonly elsewhere: readonly HistoryRecord[]
}

/**
 * First-parent order where it is known. Before the oldest commit of the line, the time of the records stands in for it:
 * a default branch is a line. Where no commit with a record is on the line, time alone orders.
 */
export function orderRecords(records: readonly HistoryRecord[], known: KnownLine): OrderedRecords {
  const { ancestors } = known
  const positions = new Map(ancestors.map((sha, index) => [sha, ancestors.length - index]))
  const own = records.filter(({ trust }) => trust === 'default-branch')
  const onLine = own.filter(({ testedSha }) => positions.has(testedSha))
  const before = known.isWhole ? [] : recordsBefore(onLine, { own, known })
  const line = [...before, ...onLine].sort((left, right) => {
    const [one, other] = [positions.get(left.testedSha) ?? 0, positions.get(right.testedSha) ?? 0]
    return one - other || Date.parse(left.time) - Date.parse(right.time)
  })
  const taken = new Set(line)
  return { line: togetherByCommit(line), elsewhere: believable(records).filter((record) => !taken.has(record)) }
}

function recordsBefore(
  onLine: readonly HistoryRecord[],
  { own, known }: { readonly own: readonly HistoryRecord[]; readonly known: KnownLine },
): readonly HistoryRecord[] {
  const line = new Set(known.ancestors)
  const beside = besideLine(known, own)
  const start = middleTime(onLine)
  return own.filter(
    ({ testedSha, time }) =>
      !line.has(testedSha) && !beside.has(testedSha) && (start === null || Date.parse(time) < start),
  )
}

/** Of a few records one may be of a machine whose clock was wrong: neither the earliest nor the latest is believed. */
function middleTime(records: readonly HistoryRecord[]): number | null {
  const times = records.map(({ time }) => Date.parse(time)).sort((left, right) => left - right)
  return times[Math.floor(times.length / 2)] ?? null
}

/** A fork says itself which tree it tested: of a tree that somebody else tested too, it is not heard. */
function believable(records: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const trees = new Set(records.flatMap(({ trust, tree }) => (trust === 'fork' ? [] : [tree])))
  return records.filter(({ trust, tree }) => trust !== 'fork' || !trees.has(tree))
}

/** A late re-run belongs to its commit, however many have followed. */
function togetherByCommit(line: readonly HistoryRecord[]): readonly HistoryRecord[] {
  const byCommit = new Map<string, HistoryRecord[]>()
  for (const record of line) {
    const known = byCommit.get(record.testedSha)
    if (known === undefined) byCommit.set(record.testedSha, [record])
    else known.push(record)
  }
  return [...byCommit.values()].flat()
}
