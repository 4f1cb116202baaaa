import type { HistoryRecord } from '@testwarden/core/model/history-record'

/** The records of one variant, as far as they lie on the way to what this run is compared with. */
export interface OrderedRecords {
  /** Of the default branch, oldest first, those of one commit by time. */
  readonly line: readonly HistoryRecord[]
  /** All others: pull requests, and commits that this run does not descend from. */
  readonly elsewhere: readonly HistoryRecord[]
}

export interface KnownLine {
  /** Newest first. */
  readonly ancestors: readonly string[]
  /** Nothing lies before the last of them: the root of the branch. */
  readonly isWhole: boolean
}

/**
 * First-parent order where git knows it. Before the oldest commit that git knows, the time of the records stands in for
 * it: a default branch is a line. Where git knows no commit with a record, time alone orders.
 */
export function orderRecords(records: readonly HistoryRecord[], { ancestors, isWhole }: KnownLine): OrderedRecords {
  const positions = new Map(ancestors.map((sha, index) => [sha, ancestors.length - index]))
  const own = records.filter(({ trust }) => trust === 'default-branch')
  const onLine = own.filter(({ testedSha }) => positions.has(testedSha))
  const oldest = Math.min(...onLine.map(({ time }) => Date.parse(time)))
  const isBefore = (record: HistoryRecord): boolean =>
    !isWhole && (onLine.length === 0 || Date.parse(record.time) < oldest) && !positions.has(record.testedSha)
  const before = own.filter(isBefore)
  const line = [...before, ...onLine].sort((left, right) => {
    const [one, other] = [positions.get(left.testedSha) ?? 0, positions.get(right.testedSha) ?? 0]
    return one - other || Date.parse(left.time) - Date.parse(right.time)
  })
  const taken = new Set(line)
  return { line: togetherByCommit(line), elsewhere: records.filter((record) => !taken.has(record)) }
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
