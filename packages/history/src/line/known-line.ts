import type { HistoryRecord } from '@testwarden/core/model/history-record'

/** Commits of a default branch by their first parents. */
export interface KnownLine {
  /** Newest first. */
  readonly ancestors: readonly string[]
  /** Nothing lies before the last of them: the root of the branch. */
  readonly isWhole: boolean
}

const COMMITS_MAX = 10_000

/**
 * The line as far back as records tell it: each names the first parent of its commit. Where a commit was never recorded,
 * it ends. @param records of any variant; of those of the default branch only is a parent believed
 */
export function extendLine({ ancestors, isWhole }: KnownLine, records: Iterable<HistoryRecord>): KnownLine {
  const last = ancestors.at(-1)
  if (isWhole || last === undefined) return { ancestors, isWhole }
  const parents = parentsOf(records)
  const line = new Set(ancestors)
  for (let parent = parents.get(last); typeof parent === 'string'; parent = parents.get(parent)) {
    if (line.has(parent) || line.size >= COMMITS_MAX) break
    line.add(parent)
  }
  const oldest = [...line].at(-1) ?? last
  return { ancestors: [...line], isWhole: parents.get(oldest) === null }
}

/** Commits with a record that descend from the line without being on it: they came after it, or were left behind. */
export function besideLine({ ancestors }: KnownLine, records: Iterable<HistoryRecord>): ReadonlySet<string> {
  const line = new Set(ancestors)
  const parents = parentsOf(records)
  const children = new Map<string, string[]>()
  for (const [sha, parent] of parents)
    if (typeof parent === 'string' && !line.has(sha)) children.set(parent, [...(children.get(parent) ?? []), sha])
  const beside = new Set([...line].flatMap((sha) => children.get(sha) ?? []))
  for (const sha of beside) for (const child of children.get(sha) ?? []) beside.add(child)
  return beside
}

/** null: a root. */
function parentsOf(records: Iterable<HistoryRecord>): ReadonlyMap<string, string | null> {
  const parents = new Map<string, string | null>()
  for (const { trust, testedSha, parent } of records)
    if (trust === 'default-branch' && parent !== undefined) parents.set(testedSha, parent)
  return parents
}
