import type { Severity } from '@testwarden/core/model/severity'
import type { TestKey } from '@testwarden/core/model/test-key'

/** An incident that a policy would have opened, or reopened, and what became of it. Moments are ISO 8601, UTC. */
export interface ReplayedIncident {
  readonly workflow: string
  /** See `RecordedTrouble`. */
  readonly cause: string
  /** The worst of its runs. */
  readonly severity: Severity
  /** It had ended shortly before. */
  readonly isReopened: boolean
  /** The first bad run, and its commit. */
  readonly since: string
  readonly commit: string
  /** With which run it was opened. */
  readonly opened: string
  /** The green run with which it was gone; null: it is not over. */
  readonly green: string | null
  /** With which green run it ended; null: it is not over. */
  readonly ended: string | null
  readonly badRuns: number
  /** The most of them in a row. */
  readonly longestBad: number
  /** When those who were told first had to answer, in milliseconds since 1970; `Infinity`: never. */
  readonly answerByMs: number
  /** That failed, in the order in which they did. */
  readonly tests: readonly TestKey[]
  /** In their order. */
  readonly pages: readonly Page[]
}

/** Somebody was told. */
export interface Page {
  readonly atMs: number
  /** null: services that keep the minutes themselves. */
  readonly level: string | null
  /** false: nobody says who is behind the level, so it is found by those who look. */
  readonly reachesSomebody: boolean
}
