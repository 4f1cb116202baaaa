import type { KnownIssue } from '@testwarden/core/model/issue'
import type { KeyedTrouble } from '../detect/detect-troubles.js'
import type { Incident, ToldLevel } from '../incident/incident.js'
import type { KnownIncident } from '../known/known-incidents.js'
import type { Transition } from '../life/transition.js'
import type { DueLevel } from '../policy/due-level.js'
import type { Recipients } from '../policy/recipients.js'
import type { RunSigns } from '../standing/run-signs.js'
import type { PlannedNotice } from '../telling/plan-notices.js'

/** What this step makes of one incident. */
export interface PlannedIncident {
  /** null: it is opened by this step. */
  readonly known: KnownIncident | null
  /** Of the same trouble, over for too long to be reopened; null: none is known. */
  readonly earlier: KnownIssue | null
  /** What is wrong in this run; null: this run tells nothing bad of it. */
  readonly trouble: KeyedTrouble | null
  /** As it stands after this step. */
  readonly incident: Incident
  readonly transitions: readonly Transition[]
  readonly signs: RunSigns
  /** The level that this step tells; null: none. */
  readonly telling: Telling | null
  /** What comes next, once that was told. */
  readonly next: DueLevel
  readonly notices: readonly PlannedNotice[]
}

export interface Telling extends ToldLevel {
  /** Of the level. */
  readonly name: string
  readonly recipients: Recipients
}

/** What this step makes of all of them. */
export interface IncidentPlan {
  /** The worst first. */
  readonly incidents: readonly PlannedIncident[]
  /** Too many for one run: the next ones open them. */
  readonly waiting: readonly KeyedTrouble[]
  /** Bad, but not for long enough. */
  readonly watched: readonly WatchedTrouble[]
  /** Left alone, as people closed their issue as not planned. */
  readonly unwanted: readonly KnownIssue[]
  /** Open twice: the younger one gives way. */
  readonly twins: readonly Twin[]
}

export interface WatchedTrouble {
  readonly trouble: KeyedTrouble
  readonly badRuns: number
  readonly neededRuns: number
}

export interface Twin {
  readonly issue: KnownIssue
  readonly older: KnownIssue
}
