import { isWorse, type Severity } from '@testwarden/core/model/severity'
import type { Incident } from '../incident/incident.js'
import { applyDeed } from './apply-deed.js'
import type { Deed } from './deed.js'
import type { SeenDeeds } from './seen-deeds.js'
import type { Step } from './step.js'
import type { Transition } from './transition.js'

/** What this run and the people say of one incident. */
export interface Signs {
  /** ISO 8601, UTC. */
  readonly now: string
  /** Runs in a row up to this one, of the same workflow, branch and variant; both 0: this run tells nothing of it. */
  readonly badRuns: number
  readonly greenRuns: number
  /** Of this run; null where it is not bad. */
  readonly severity: Severity | null
  /** Of the first of the bad runs. */
  readonly badSince: string | null
  /** Since the incident was looked at last, in their order. */
  readonly deeds: readonly Deed[]
  /** How far those reach on the issue; null: nobody has done anything there yet. */
  readonly seen: SeenDeeds | null
}

export interface LifeRules {
  /** Bad runs in a row that make one; by severity. */
  readonly openAfter: Readonly<Record<Severity, number>>
  /** Green runs in a row that end one. */
  readonly closeAfter: number
  readonly acknowledgedForMs: number
}

/** What an incident is from its first moment on. */
export type Origin = Pick<Incident, 'dedupKey' | 'place' | 'where' | 'teller'>

/** The incident that bad runs make; null: too few. */
export function openIncident(origin: Origin, signs: Signs, rules: LifeRules): Step | null {
  const { severity, badRuns, greenRuns, now, badSince } = signs
  if (severity === null || badRuns < rules.openAfter[severity]) return null
  const incident: Incident = {
    ...origin,
    severity,
    state: 'open',
    openedAt: badSince ?? now,
    acknowledgement: null,
    firstAcknowledgedAt: null,
    told: null,
    silencedUntil: null,
    badRuns,
    greenRuns,
    resolvedAt: null,
    threads: [],
    seen: null,
  }
  return { incident, transitions: [{ kind: 'opened', at: now, severity }] }
}

/** One step in the life of an incident: what people did, then what the run says, then what the clock says. */
export function advance(incident: Incident, signs: Signs, rules: LifeRules): Step {
  const steps = [
    (before: Incident) => byDeeds(before, signs),
    (before: Incident) => byRun(before, signs, rules),
    (before: Incident) => byClock(before, signs, rules),
  ]
  let now: Step = { incident, transitions: [] }
  for (const step of steps) {
    const next = step(now.incident)
    now = { incident: next.incident, transitions: [...now.transitions, ...next.transitions] }
  }
  return now
}

function byDeeds(incident: Incident, { deeds, seen }: Signs): Step {
  let now: Step = { incident: { ...incident, seen }, transitions: [] }
  for (const deed of deeds) {
    const next = applyDeed(now.incident, deed)
    now = { incident: next.incident, transitions: [...now.transitions, ...next.transitions] }
  }
  return now
}

function byRun(incident: Incident, signs: Signs, rules: LifeRules): Step {
  const { badRuns, greenRuns } = signs
  if (badRuns === 0 && greenRuns === 0) return { incident, transitions: [] }
  const counted = { ...incident, badRuns, greenRuns }
  return greenRuns > 0 ? byGreenRun(counted, signs, rules) : byBadRun(counted, signs, rules)
}

function byGreenRun(incident: Incident, { greenRuns, now }: Signs, { closeAfter }: LifeRules): Step {
  if (incident.state === 'resolved' || greenRuns < closeAfter) return { incident, transitions: [] }
  const resolved: Incident = { ...incident, state: 'resolved', resolvedAt: now, silencedUntil: null }
  return { incident: resolved, transitions: [{ kind: 'resolved', at: now, by: null }] }
}

function byBadRun(incident: Incident, signs: Signs, rules: LifeRules): Step {
  const { severity, now } = signs
  if (severity === null) return { incident, transitions: [] }
  if (incident.state === 'resolved') return reopenByRuns(incident, severity, { signs, rules })
  if (!isWorse(severity, incident.severity)) return { incident, transitions: [] }
  return {
    incident: { ...incident, severity },
    transitions: [{ kind: 'worsened', at: now, from: incident.severity, to: severity }],
  }
}

interface Reopening {
  readonly signs: Signs
  readonly rules: LifeRules
}

function reopenByRuns(incident: Incident, severity: Severity, { signs, rules }: Reopening): Step {
  const { now, badRuns } = signs
  if (badRuns < rules.openAfter[severity]) return { incident, transitions: [] }
  const again: Incident = {
    ...incident,
    severity,
    state: 'open',
    openedAt: now,
    acknowledgement: null,
    firstAcknowledgedAt: null,
    told: null,
    silencedUntil: null,
    resolvedAt: null,
  }
  return { incident: again, transitions: [{ kind: 'reopened', at: now, by: null }] }
}

function byClock(incident: Incident, { now }: Signs, { acknowledgedForMs }: LifeRules): Step {
  const { state, acknowledgement } = incident
  if (state !== 'acknowledged' || acknowledgement === null) return { incident, transitions: [] }
  if (Date.parse(now) - Date.parse(acknowledgement.at) < acknowledgedForMs) return { incident, transitions: [] }
  const expired: Transition = { kind: 'acknowledgement-expired', at: now, by: acknowledgement.by }
  return { incident: { ...incident, state: 'open', acknowledgement: null }, transitions: [expired] }
}
