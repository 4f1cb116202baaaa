import type { Incident } from '../incident/incident.js'
import type { Step } from '../life/step.js'
import { type DueLevel, dueLevel, nextLevel } from '../policy/due-level.js'
import type { EscalationPolicy } from '../policy/escalation-policy.js'
import { holdOf } from '../policy/hold.js'
import { handedOverTargets, recipientsOf } from '../policy/recipients.js'
import { type PlannedNotice, planNotices, threadsAfter, withoutGone } from '../telling/plan-notices.js'
import type { Telling } from './planned-incident.js'

export interface Escalated {
  readonly incident: Incident
  readonly telling: Telling | null
  readonly next: DueLevel
  readonly notices: readonly PlannedNotice[]
}

export interface Escalating {
  readonly policy: EscalationPolicy
  /** Names of the config's targets. */
  readonly targets: ReadonlySet<string>
  /** ISO 8601, UTC. */
  readonly now: string
}

/** Whom this step tells: the level that is due, or the next one at once where somebody asked for it. */
export function escalate({ incident, transitions }: Step, { policy, targets, now }: Escalating): Escalated {
  const due = tellingOf({ incident, transitions }, policy, now)
  const telling = due ?? tellingAgain(incident, policy, now)
  const told: Incident =
    telling === null ? incident : { ...incident, told: { level: telling.level, loops: telling.loops, at: telling.at } }
  const isBegun = transitions.some(({ kind }) => kind === 'opened' || kind === 'reopened' || kind === 'worsened')
  const handedOver = isBegun ? handedOverTargets(policy, incident.severity) : []
  const wanted = [...handedOver, ...(due?.recipients.targets ?? [])]
  const notices = planNotices({ incident: told, transitions, wanted, now })
  const planned = { ...told, threads: threadsAfter(told.threads, notices) }
  const after = { ...planned, threads: withoutGone(planned, targets) }
  return { incident: after, telling, next: dueLevel(policy, after, now), notices }
}

/** Whose people nobody may have mentioned yet. Its targets remember themselves whether they were told. */
function tellingAgain({ state, told, ...clock }: Incident, policy: EscalationPolicy, now: string): Telling | null {
  const level = told?.isUnsaid === true ? policy.levels[told.level] : undefined
  if (told === null || level === undefined || state !== 'open') return null
  if (holdOf(policy, { ...clock, state, told }).untilMs > Date.parse(now)) return null
  const { level: place, loops, at } = told
  return { level: place, loops, at, name: level.name, recipients: recipientsOf(policy, level, at) }
}

function tellingOf({ incident, transitions }: Step, policy: EscalationPolicy, now: string): Telling | null {
  if (incident.state === 'resolved') return null
  const isPushed = transitions.some(({ kind }) => kind === 'pushed-on')
  const step = isPushed ? nextLevel(policy, incident) : dueLevel(policy, incident, now).due
  const level = step === null ? undefined : policy.levels[step.level]
  if (step === null || level === undefined) return null
  const { level: place, loops } = step
  return { level: place, loops, at: now, name: level.name, recipients: recipientsOf(policy, level, now) }
}
