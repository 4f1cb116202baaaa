import type { BusinessCalendar } from '@testwarden/core/calendar/business-calendar'
import type { Severity } from '@testwarden/core/model/severity'
import type { Rotation } from './rotation.js'
import type { Timer } from './timer.js'

/** Who is told of an incident, in which order, and how long each has before the next one is. */
export interface EscalationPolicy {
  /** In the order in which they are told. An incident passes by those that are not for its severity. */
  readonly levels: readonly Level[]
  readonly timers: Readonly<Record<Severity, Timer>>
  /** How often all levels are told again when nobody takes the incident. 0: each is told once. */
  readonly repeat: number
  /** How long an acknowledgement holds. */
  readonly ackTimeoutMs: number
  /** Targets that page people by a policy of their own: they are told at once and keep the minutes. */
  readonly handOver: readonly string[]
  readonly rotations: readonly Rotation[]
  readonly calendar: BusinessCalendar
}

export interface Level {
  readonly name: string
  readonly severities: readonly Severity[]
  readonly involved: readonly Involved[]
  /** Logins. */
  readonly people: readonly string[]
  /** `acme/security` */
  readonly teams: readonly string[]
  /** Names of the config's targets. */
  readonly targets: readonly string[]
  /** Name of a rotation, of which the member on call is told; null: of none. */
  readonly rotation: string | null
  /** Logins and teams that are told while the rotation has nobody. */
  readonly fallback: readonly string[]
}

/** People whom only the incident itself names. */
export const INVOLVED = ['author', 'owners'] as const

/** `author`: of the first bad commit. `owners`: of the code that fails. */
export type Involved = (typeof INVOLVED)[number]

/** Places of the levels that an incident of a severity goes through, ascending. */
export function pathOf({ levels }: Pick<EscalationPolicy, 'levels'>, severity: Severity): readonly number[] {
  return levels.flatMap(({ severities }, level) => (severities.includes(severity) ? [level] : []))
}
