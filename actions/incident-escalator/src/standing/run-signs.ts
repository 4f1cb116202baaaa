import { type PastRun, type Streak, streakOf } from '../past/streak.js'

/** What runs say of one trouble, and where it began or ended. */
export interface RunSigns {
  /** In a row up to now; both 0: this run tells nothing of it. */
  readonly badRuns: number
  readonly greenRuns: number
  /** null: earlier runs are not known. */
  readonly streak: Streak | null
}

export const NO_SIGNS: RunSigns = { badRuns: 0, greenRuns: 0, streak: null }

export interface SignQuestion {
  /** Oldest first, the present one last. */
  readonly runs: readonly PastRun[]
  readonly keys: ReadonlySet<string>
  /** Runs before it say nothing of how long it lasts or is over; null: all count. ISO 8601, UTC. */
  readonly since: string | null
}

/** Counted are runs since the incident opened or ended; where it began is told by all that are known. */
export function signsOfRuns({ runs, keys, since }: SignQuestion): RunSigns {
  const present = runs.at(-1)
  const counted = since === null ? runs : runs.filter((run) => run === present || run.time >= since)
  const { badRuns, greenRuns } = streakOf(counted, keys)
  return { badRuns, greenRuns, streak: streakOf(runs, keys) }
}

export interface CountQuestion {
  /** Of the present run; null: it says nothing. */
  readonly sign: 'bad' | 'good' | null
  /** What the incident remembers; null: there is none yet. */
  readonly before: Pick<RunSigns, 'badRuns' | 'greenRuns'> | null
  /** Bad runs in a row before this one, by their conclusions. */
  readonly badBefore: number
}

/** Without a history: what the incident remembers goes on, and where there is none yet the conclusions of earlier runs stand in. */
export function signsByCounting({ sign, before, badBefore }: CountQuestion): RunSigns {
  if (sign === null) return NO_SIGNS
  if (sign === 'bad') return { ...NO_SIGNS, badRuns: 1 + (before?.badRuns ?? badBefore) }
  return { ...NO_SIGNS, greenRuns: 1 + (before?.greenRuns ?? 0) }
}
