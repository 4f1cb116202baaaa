import type { TestRuns } from '@testwarden/history/tests/decode-runs'
import type { RecordedCell } from '@testwarden/history/tests/recorded-run'

/** A replay asks the same of runs over and over; each question about a test is answered once. @param size how many runs */
export function rememberRuns(runs: TestRuns, size: number): TestRuns {
  const failed = Array.from({ length: size }, (_, run) => runs.failed(run))
  const cells = new Map<string, readonly (RecordedCell | null)[]>()
  const cellsOf = (key: string): readonly (RecordedCell | null)[] => {
    const known = cells.get(key)
    if (known !== undefined) return known
    const all = Array.from({ length: size }, (_, run) => runs.cellOf(run, key))
    cells.set(key, all)
    return all
  }
  return {
    ...runs,
    has: (run, key) => (cellsOf(key)[run] ?? null) !== null,
    cellOf: (run, key) => cellsOf(key)[run] ?? null,
    failed: (run) => failed[run] ?? [],
  }
}

/** Some of the runs, under numbers of their own. @param indexes which run each number stands for */
export function selectRuns(runs: TestRuns, indexes: readonly number[]): TestRuns {
  const at = (run: number): number => indexes[run] ?? -1
  const usable = new Set(runs.usable)
  return {
    usable: indexes.flatMap((index, run) => (usable.has(index) ? [run] : [])),
    problems: runs.problems,
    isWhole: (run) => runs.isWhole(at(run)),
    withheld: (run) => runs.withheld(at(run)),
    count: (run) => runs.count(at(run)),
    has: (run, key) => runs.has(at(run), key),
    keys: (run) => runs.keys(at(run)),
    cellOf: (run, key) => runs.cellOf(at(run), key),
    failing: (run) => runs.failing(at(run)),
    failed: (run) => runs.failed(at(run)),
    durationUs: (run, key) => runs.durationUs(at(run), key),
  }
}
