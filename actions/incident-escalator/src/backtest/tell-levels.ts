import type { Incident } from '../incident/incident.js'
import { dueLevel } from '../policy/due-level.js'
import type { EscalationPolicy, Level } from '../policy/escalation-policy.js'
import { isHandedOver } from '../policy/guarantee.js'
import { handedOverTargets, recipientsOf } from '../policy/recipients.js'
import type { Page } from './replayed-incident.js'

export interface Telling {
  readonly incident: Incident
  /** When it is to be asked who is told next; null: never. */
  readonly nextAt: string | null
  readonly pages: readonly Page[]
}

/** Tells level after level, each at its time, until a moment, which is outside. Nobody acknowledges. */
export function tellLevels(policy: EscalationPolicy, telling: Telling, untilMs: number): Telling {
  let { incident, nextAt } = telling
  const pages: Page[] = [...telling.pages]
  while (nextAt !== null && Date.parse(nextAt) < untilMs) {
    const now: string = nextAt
    const { due, nextAt: later } = dueLevel(policy, incident, now)
    const level = due === null ? undefined : policy.levels[due.level]
    if (due !== null && level !== undefined) {
      pages.push(...pagesOf(policy, level, now))
      incident = { ...incident, told: { level: due.level, loops: due.loops, at: now } }
    }
    nextAt = later
  }
  return { incident, nextAt, pages }
}

/** Services that keep the minutes themselves are told as soon as an incident is open. */
export function handOverPages(policy: EscalationPolicy, { severity }: Incident, now: string): readonly Page[] {
  const isHanded = handedOverTargets(policy, severity).length > 0
  return isHanded ? [{ atMs: Date.parse(now), level: null, reachesSomebody: true }] : []
}

function pagesOf(policy: EscalationPolicy, level: Level, now: string): readonly Page[] {
  const recipients = recipientsOf(policy, level, now)
  const lists = [recipients.involved, recipients.people, recipients.teams, recipients.targets]
  const reachesSomebody = lists.some((list) => list.length > 0)
  // They were told when it opened.
  if (!reachesSomebody && isHandedOver(policy, level)) return []
  return [{ atMs: Date.parse(now), level: level.name, reachesSomebody }]
}
