import type { Severity } from '@testwarden/core/model/severity'
import type { TestKey } from '@testwarden/core/model/test-key'
import type { PastRun } from '../past/streak.js'
import type { LineRun, RecordedLine } from './recorded-line.js'

/** What a run says of one cause, with all that was known when it came. Of its two counts one is 0. */
export interface CauseSigns {
  readonly cause: string
  /** null: it is green. */
  readonly severity: Severity | null
  readonly badRuns: number
  /** The fewest of all jobs and matrix cells that had it. */
  readonly greenRuns: number
  /** The first of the bad runs in a row, or the green one with which it was gone everywhere. */
  readonly first: PastRun
  /** That failed. */
  readonly tests: readonly TestKey[]
}

/** Follows causes from their first bad run until they are gone in every job and matrix cell. */
export interface CauseTrail {
  /** @param cell index of the line that the run was the last one of */
  step(cell: number, run: LineRun): readonly CauseSigns[]
}

/** @param closeAfter green runs after which a cause is gone */
export function createTrail(lines: readonly RecordedLine[], closeAfter: number): CauseTrail {
  /** With the jobs and matrix cells that had it. */
  const followed = new Map<string, Set<number>>()
  const signsOf = (cause: string, cell: number, run: LineRun): CauseSigns | null => {
    const cells = followed.get(cause)
    if (run.troubles.has(cause)) return badSigns(cause, run, lines[cell])
    if (cells?.has(cell) !== true || !run.isWhole) return null
    const signs = greenSigns(
      cause,
      [...cells].flatMap((each) => lines[each] ?? []),
    )
    if (signs !== null && signs.greenRuns >= closeAfter) followed.delete(cause)
    return signs
  }
  return {
    step(cell, run) {
      for (const cause of run.troubles.keys()) followed.set(cause, (followed.get(cause) ?? new Set()).add(cell))
      return [...followed.keys()].flatMap((cause) => signsOf(cause, cell, run) ?? [])
    },
  }
}

function badSigns(cause: string, run: LineRun, line: RecordedLine | undefined): CauseSigns | null {
  const [trouble, streak] = [run.troubles.get(cause), line?.streakOf(cause)]
  if (trouble === undefined || streak === undefined || streak.firstBad === null) return null
  const { severity, tests } = trouble
  return { cause, severity, badRuns: streak.badRuns, greenRuns: 0, first: streak.firstBad, tests }
}

/** null: one of them is bad still. */
function greenSigns(cause: string, lines: readonly RecordedLine[]): CauseSigns | null {
  const streaks = lines.map((line) => line.streakOf(cause))
  const greenRuns = Math.min(...streaks.map((streak) => streak.greenRuns))
  const [first] = streaks
    .flatMap(({ firstGreen }) => firstGreen ?? [])
    .sort((left, right) => Date.parse(right.time) - Date.parse(left.time))
  if (greenRuns === 0 || first === undefined) return null
  return { cause, severity: null, badRuns: 0, greenRuns, first, tests: [] }
}
