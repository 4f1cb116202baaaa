/** A workflow that is to run from time to time, whatever else happens. */
export interface ExpectedRun {
  /** Its file, such as `nightly.yml`. */
  readonly workflow: string
  readonly everyMs: number
  /** How much later it may be: schedules are hours late, and whole nights are skipped. */
  readonly graceMs: number
}

/** What GitHub knows of it. */
export interface SeenWorkflow {
  readonly workflow: string
  /** When its newest run began, as ISO 8601; null: none is known. */
  readonly lastRunAt: string | null
  /** `disabled`: by a person, or by GitHub after sixty days without a commit. `gone`: GitHub has no such file. */
  readonly state: 'active' | 'disabled' | 'gone'
  /** How far back anybody looked, or when it came about if that was later: one that never ran is late from then on. */
  readonly watchedSince: string
}

export interface MissedRun {
  readonly workflow: string
  /** Of the last run; null: none is known. */
  readonly since: string | null
  /** No run began after this. */
  readonly silentSince: string
  /** Whole periods without a run. */
  readonly missed: number
  readonly reason: 'disabled' | 'gone' | 'late'
}

/** null: it ran lately, or it is not late enough yet. One that cannot run is missed as soon as its time has come. */
export function missedRun(expected: ExpectedRun, seen: SeenWorkflow, now: string): MissedRun | null {
  const silentSince = seen.lastRunAt ?? seen.watchedSince
  const silentMs = Date.parse(now) - Date.parse(silentSince)
  if (silentMs < expected.everyMs + (seen.state === 'active' ? expected.graceMs : 0)) return null
  return {
    workflow: expected.workflow,
    since: seen.lastRunAt,
    silentSince,
    missed: Math.floor(silentMs / expected.everyMs),
    reason: seen.state === 'active' ? 'late' : seen.state,
  }
}
