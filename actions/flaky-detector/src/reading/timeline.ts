import type { HistoryRecord } from '@testwarden/core/model/history-record'
import type { TestRuns } from '@testwarden/history/tests/decode-runs'
import { leftOut } from '../diagnosis/mass-failure.js'
import type { PastCommit } from '../facts.js'

/** The usable runs of the default branch, and the commits that they tested. */
export interface Timeline {
  /** By the indexes of {@link runs}. */
  readonly line: readonly HistoryRecord[]
  readonly runs: TestRuns
  readonly usable: readonly number[]
  readonly commits: readonly TimelineCommit[]
}

export interface TimelineCommit extends PastCommit {
  /** Indexes, in the order of time. */
  readonly runs: readonly number[]
}

export function commitsOf(line: readonly HistoryRecord[], usable: readonly number[], runs: TestRuns): TimelineCommit[] {
  const states = usable.map((run) => ({
    commit: line[run]?.testedSha ?? '',
    tree: line[run]?.tree ?? null,
    isWithheld: runs.withheld(run) !== null,
  }))
  const out = leftOut(states)
  const byCommit = new Map<string, number[]>()
  for (const [index, { commit }] of states.entries()) {
    const known = byCommit.get(commit)
    if (known === undefined) byCommit.set(commit, [index])
    else known.push(index)
  }
  return [...byCommit.values()].flatMap((indexes) => {
    const counted = indexes.filter((index) => out[index] !== true)
    const hasRecovered =
      indexes.some((index) => states[index]?.isWithheld) && indexes.some((index) => !states[index]?.isWithheld)
    return commitOf(
      { indexes: counted.length > 0 ? counted : indexes, isLeftOut: counted.length === 0, hasRecovered },
      { line, usable, runs },
    )
  })
}

interface ChosenRuns extends Pick<PastCommit, 'isLeftOut' | 'hasRecovered'> {
  readonly indexes: readonly number[]
}

function commitOf(
  { indexes, isLeftOut, hasRecovered }: ChosenRuns,
  { line, usable, runs }: Pick<Timeline, 'line' | 'usable' | 'runs'>,
): TimelineCommit[] {
  const own = indexes.flatMap((index) => usable[index] ?? [])
  const last = own.at(-1)
  const record = last === undefined ? undefined : line[last]
  if (last === undefined || record === undefined) return []
  const failing = outcomesOf(own, runs)
  return [
    {
      sha: record.testedSha,
      tree: record.tree,
      time: record.time,
      run: record.key.run,
      isWithheld: own.some((run) => runs.withheld(run) !== null),
      isLeftOut,
      hasRecovered,
      tests: runs.count(last),
      failed: failing.filter((hasPassed) => !hasPassed).length,
      flaky: failing.filter((hasPassed) => hasPassed).length,
      runs: own,
    },
  ]
}

/** For each test that failed in a run of the commit: whether it also passed in one. */
function outcomesOf(own: readonly number[], runs: TestRuns): readonly boolean[] {
  const failed = new Set(own.flatMap((run) => runs.failed(run).map(({ key }) => key)))
  return [...failed].map((key) => own.some((run) => (runs.cellOf(run, key)?.passed ?? 0) > 0))
}
