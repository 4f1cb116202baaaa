import { type PastRun, type Streak, streakOf } from '../past/streak.js'
import type { RecordedTrouble } from './recorded-troubles.js'

/** A run on the default branch of one job and matrix cell, and what was wrong in it. */
export interface LineRun extends Pick<PastRun, 'sha' | 'run' | 'time'> {
  readonly place: number
  readonly troubles: ReadonlyMap<string, RecordedTrouble>
  /** false: what is not listed may have been wrong all the same. */
  readonly isWhole: boolean
}

/** Runs in the order of their commits, as far as they have come. */
export interface RecordedLine {
  /** @returns whether it is the last one: what comes late tells nothing of how the branch stands */
  add(run: LineRun): boolean
  streakOf(cause: string): Streak
}

export function createLine(): RecordedLine {
  const line: LineRun[] = []
  return {
    add(run) {
      const at = line.findLastIndex(({ place }) => place < run.place) + 1
      line.splice(at, 0, run)
      return at === line.length - 1
    },
    streakOf: (cause) => streakOf(tailOf(line, cause).map(pastRunOf(cause)), new Set([cause])),
  }
}

/** From the run before the present streak on: what lies further back says nothing of it. */
function tailOf(line: readonly LineRun[], cause: string): readonly LineRun[] {
  const isBadNow = line.findLast((run) => tells(run, cause))?.troubles.has(cause)
  const before = line.findLastIndex((run) => tells(run, cause) && run.troubles.has(cause) !== isBadNow)
  return line.slice(Math.max(0, before))
}

function tells({ troubles, isWhole }: LineRun, cause: string): boolean {
  return isWhole || troubles.has(cause)
}

function pastRunOf(cause: string): (run: LineRun) => PastRun {
  return ({ sha, run, time, troubles, isWhole }) => {
    const severity = troubles.get(cause)?.severity
    return { sha, run, time, record: { signals: severity === undefined ? [] : [{ key: cause, severity }], isWhole } }
  }
}
