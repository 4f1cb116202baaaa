import type { Severity } from '@testwarden/core/model/severity'
import type { SeenDeeds } from '../life/seen-deeds.js'
import type { IncidentPlace } from './dedup-key.js'

export type IncidentState = 'open' | 'acknowledged' | 'resolved'

/** One trouble that needs a person, as it stands. The issue on GitHub is the truth; this is what its marker remembers. */
export interface Incident {
  /** The same trouble has the same key in every run, see `dedupKey`. */
  readonly dedupKey: string
  /** Of workflow and branch, see `placeOf`; null: nobody remembers. */
  readonly place: string | null
  /** The names of both, for people; null: nobody remembers, or they are too long to be. */
  readonly where: IncidentPlace | null
  /** Which runs tell whether it is over, see `tellerOf`; null: nobody remembers. */
  readonly teller: string | null
  /** The worst so far. */
  readonly severity: Severity
  readonly state: IncidentState
  /** ISO 8601, UTC, as all moments here. Of the first bad run, or when it was reopened: timers begin there. */
  readonly openedAt: string
  readonly acknowledgement: Acknowledgement | null
  /** Of the first one since {@link openedAt}, which may have expired; null: nobody had it in hand. */
  readonly firstAcknowledgedAt: string | null
  /** Who was told, and when; null: nobody yet. */
  readonly told: ToldLevel | null
  /** Nobody is told anything new until then, which may be over; null: it never was silenced. */
  readonly silencedUntil: string | null
  /** In a row, up to now. One of the two is 0. */
  readonly badRuns: number
  readonly greenRuns: number
  readonly resolvedAt: string | null
  /** Targets that got a trigger: each of them must get the end too. */
  readonly threads: readonly NoticeThread[]
  /** What people did on the issue up to there is part of this; null: they did nothing. */
  readonly seen: SeenDeeds | null
}

export interface Acknowledgement {
  readonly at: string
  /** Login. */
  readonly by: string
}

export interface ToldLevel {
  /** 0-based. */
  readonly level: number
  /** How often all levels were told before. */
  readonly loops: number
  readonly at: string
  /** The remark that mentions the people may be missing: nobody knows whether it was made. Absent: it was. */
  readonly isUnsaid?: true
}

/** Where a target was told of the incident. */
export interface NoticeThread {
  /** Its name in the config. */
  readonly target: string
  /**
   * `planned`: it was to be told, and nobody knows whether it was: it is told again. `told`: it got a trigger, so it must
   * get the end. `ended`: it got that too.
   */
  readonly phase: 'planned' | 'told' | 'ended'
  /** What the target gave back for the first message; null: it has nothing of that kind. */
  readonly id: string | null
}
