import type { Incident } from '../incident/incident.js'
import type { Deed } from './deed.js'
import type { Step } from './step.js'
import type { Transition } from './transition.js'

/** What a person did. What changes nothing, such as a second acknowledgement, is no transition. */
export function applyDeed(incident: Incident, deed: Deed): Step {
  switch (deed.kind) {
    case 'acknowledge':
      return acknowledge(incident, deed)
    case 'give-back':
      return giveBack(incident, deed)
    case 'resolve':
      return resolve(incident, deed)
    case 'reopen':
      return reopen(incident, deed)
    case 'push-on':
      return incident.state === 'resolved' ? unchanged(incident) : turn(incident, { ...deed, kind: 'pushed-on' })
    case 'silence':
      return silence(incident, deed)
  }
}

type PlainDeed = Pick<Deed, 'at' | 'by'>

function unchanged(incident: Incident): Step {
  return { incident, transitions: [] }
}

function turn(incident: Incident, transition: Transition): Step {
  return { incident, transitions: [transition] }
}

function acknowledge(incident: Incident, { at, by }: PlainDeed): Step {
  if (incident.state !== 'open') return unchanged(incident)
  const taken = { acknowledgement: { at, by }, firstAcknowledgedAt: incident.firstAcknowledgedAt ?? at }
  return turn({ ...incident, ...taken, state: 'acknowledged' }, { kind: 'acknowledged', at, by })
}

function giveBack(incident: Incident, { at, by }: PlainDeed): Step {
  if (incident.state !== 'acknowledged') return unchanged(incident)
  return turn({ ...incident, state: 'open', acknowledgement: null }, { kind: 'given-back', at, by })
}

/** What runs before a person turned it said is of another story. */
const UNCOUNTED = { badRuns: 0, greenRuns: 0 } as const

function resolve(incident: Incident, { at, by }: PlainDeed): Step {
  if (incident.state === 'resolved') return unchanged(incident)
  const resolved: Incident = { ...incident, ...UNCOUNTED, state: 'resolved', resolvedAt: at, silencedUntil: null }
  return turn(resolved, { kind: 'resolved', at, by })
}

/** Whoever reopens it wants it looked at: nobody has been told yet. */
function reopen(incident: Incident, { at, by }: PlainDeed): Step {
  if (incident.state !== 'resolved') return unchanged(incident)
  const fresh = { acknowledgement: null, firstAcknowledgedAt: null, told: null, silencedUntil: null, resolvedAt: null }
  const again: Incident = { ...incident, ...UNCOUNTED, ...fresh, state: 'open', openedAt: at }
  return turn(again, { kind: 'reopened', at, by })
}

function silence(incident: Incident, { at, by, until, reason }: Extract<Deed, { kind: 'silence' }>): Step {
  if (incident.state === 'resolved') return unchanged(incident)
  return turn({ ...incident, silencedUntil: until }, { kind: 'silenced', at, by, until, reason })
}
