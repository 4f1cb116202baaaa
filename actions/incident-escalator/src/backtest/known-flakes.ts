import type { TestKey } from '@testwarden/core/model/test-key'
import type { TestRuns } from '@testwarden/history/tests/decode-runs'

/** Tests that failed and passed on the same tree, as far as runs have come. */
export interface FlakeMemory {
  readonly known: ReadonlySet<TestKey>
  /** A run came. @param tree null: nobody could tell what it tested */
  learn(run: number, tree: string | null): void
}

/** @param runs of one job and matrix cell */
export function createFlakeMemory(runs: TestRuns): FlakeMemory {
  const known = new Set<TestKey>()
  const runsOfTree = new Map<string, number[]>()
  const hasPassed = (run: number, key: TestKey): boolean => (runs.cellOf(run, key)?.passed ?? 0) > 0
  return {
    known,
    learn(run, tree) {
      // What fails while nearly everything does is no proof against a test.
      if (runs.withheld(run) !== null) return
      const earlier = tree === null ? [] : (runsOfTree.get(tree) ?? [])
      for (const { key, passed } of runs.failed(run))
        if (passed > 0 || earlier.some((other) => hasPassed(other, key))) known.add(key)
      for (const { key } of earlier.flatMap((other) => runs.failed(other))) if (hasPassed(run, key)) known.add(key)
      if (tree !== null) runsOfTree.set(tree, [...earlier, run])
    },
  }
}
