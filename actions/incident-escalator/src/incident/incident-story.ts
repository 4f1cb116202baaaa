import type { ListedCommit } from '@testwarden/core/model/github-observation'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { Trouble } from '../detect/trouble.js'
import type { PastRun } from '../past/streak.js'
import type { Involved } from '../policy/escalation-policy.js'
import type { Incident } from './incident.js'

/** Everything that the issue of an incident tells, as of this run. */
export interface IncidentStory {
  readonly incident: Incident
  readonly workflow: string
  readonly branch: string
  /** As this run saw it; null: this run tells nothing of it, and what earlier ones said of it stays. */
  readonly trouble: Trouble | null
  /** What the same run saw and this trouble explains, as titles. */
  readonly explains: readonly string[]
  /** Where it began; null: nobody knows, or this run does not tell. */
  readonly range: BadRange | null
  readonly escalation: Escalation
  readonly actions: readonly ImmediateAction[]
  /** What to do when this rule breaks; null: nobody wrote one. */
  readonly runbook: Runbook | null
  /** The incident of the same trouble before, too long ago to be reopened; null: none is known. */
  readonly earlier: KnownIssue | null
  /** null: it is not over. */
  readonly resolution: Resolution | null
}

/** The commits between the last good run and the first bad one: one of them did it, or the surroundings. */
export interface BadRange {
  readonly firstBad: Pick<PastRun, 'sha' | 'time' | 'run'>
  /** null: no good run is known. */
  readonly lastGood: Pick<PastRun, 'sha' | 'time' | 'run'> | null
  /** Oldest first, the last is that of the first bad run; empty where GitHub was not asked. */
  readonly commits: readonly ListedCommit[]
  /** false: there are more. */
  readonly isWhole: boolean
}

export interface Escalation {
  /** The level that was told last; null: nobody yet. */
  readonly told: ToldPeople | null
  /** When there is something to do next; ISO 8601, UTC; null: never. */
  readonly nextAt: string | null
  /** The level that comes then; null: none. */
  readonly nextLevel: string | null
  readonly heldBy: 'acknowledgement' | 'silence' | null
  /** All were told as often as the policy says. */
  readonly isExhausted: boolean
  /** What the timers promise. */
  readonly guarantee: string
  /** Who stands in for whom, and levels that reach nobody. */
  readonly notes: readonly string[]
}

export interface ToldPeople {
  /** Name of the level. */
  readonly level: string
  readonly at: string
  readonly involved: readonly Involved[]
  /** Logins, with those that {@link involved} came to. */
  readonly people: readonly string[]
  /** `acme/security` */
  readonly teams: readonly string[]
  /** Names of the config's targets. */
  readonly targets: readonly string[]
}

/** Something that is to be done at once, and whether it was. */
export interface ImmediateAction {
  /** One line, for people; the same in every run. */
  readonly text: string
  readonly isDone: boolean
}

export interface Runbook {
  readonly rule: string
  readonly url: string
}

export interface Resolution {
  /** ISO 8601, UTC. */
  readonly at: string
  /** Login; null: by green runs. */
  readonly by: string | null
  /** The commit of the first green run, or one before it since the last bad run; null: nobody knows. */
  readonly fix: ListedCommit | null
  /** How many commits may have mended it: {@link fix} is the last of them. */
  readonly candidates: number
  /** null: nobody acknowledged it. */
  readonly timeToAcknowledgeMs: number | null
  readonly timeToRecoverMs: number
}
