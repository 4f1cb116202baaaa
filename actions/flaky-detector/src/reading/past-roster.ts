import type { TestKey } from '@testwarden/core/model/test-key'
import type { PastRoster, TestRename } from '../facts.js'
import type { Timeline } from './timeline.js'

const LISTED_MAX = 2000
/** A test that none of so many runs had is new. */
const RECENT = 10

/** The tests of this run against those of the last whole one. */
export interface ComparedRosters {
  readonly sha: string
  readonly tests: number
  /** In the order of their keys. */
  readonly missing: ReadonlySet<TestKey>
  /** Ascending. */
  readonly added: readonly TestKey[]
}

/** What the last whole run had and this one has not, and the other way round. null: no run was whole. */
export function comparePast(keys: readonly TestKey[], { line, runs, usable }: Timeline): ComparedRosters | null {
  const last = usable.findLast((run) => runs.isWhole(run))
  const record = last === undefined ? undefined : line[last]
  if (last === undefined || record === undefined) return null
  const present = new Set(keys)
  const recent = usable.slice(-RECENT)
  return {
    sha: record.testedSha,
    tests: runs.count(last),
    missing: new Set(runs.keys(last).filter((key) => !present.has(key))),
    added: keys.filter((key) => !recent.some((run) => runs.has(run, key))),
  }
}

/** A test that was renamed is neither missing nor new. */
export function rosterOf({ sha, tests, missing, added }: ComparedRosters, renamed: readonly TestRename[]): PastRoster {
  const former = new Set(renamed.map(({ from }) => from))
  const present = new Set(renamed.map(({ to }) => to))
  const gone = [...missing].filter((key) => !former.has(key))
  return {
    sha,
    tests,
    missing: gone.slice(0, LISTED_MAX),
    missingCount: gone.length,
    added: added.filter((key) => !present.has(key)),
  }
}
