import type { Inline, Section } from '@testwarden/core/model/page'
import { issueLink } from '@testwarden/core/render/links'
import { incidentId } from '../page/incident-id.js'
import { transitionText } from '../page/transition-text.js'
import { momentText } from '../page/words.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'

/** The incidents that are open, or that this run ended; nothing where none are kept. */
export function incidentSections({ plan, evidence, policy }: Subject): readonly Section[] {
  const told = (plan?.incidents ?? []).filter(isWorthTelling)
  if (told.length === 0) return []
  return [
    {
      kind: 'table',
      role: 'problem',
      heading: 'Incidents',
      columns: ['incident', 'severity', 'state', 'this run', 'told', 'next'].map((title) => ({ title, align: 'left' })),
      rows: told.map((planned): Inline[] => [
        nameOf(planned, evidence.run),
        planned.incident.severity,
        planned.incident.state,
        turnsOf(planned),
        toldOf(planned, policy),
        nextOf(planned),
      ]),
    },
  ]
}

function isWorthTelling({ incident, transitions }: PlannedIncident): boolean {
  return incident.state !== 'resolved' || transitions.length > 0
}

function nameOf({ incident, known, trouble }: PlannedIncident, run: Subject['evidence']['run']): Inline {
  const title = trouble?.title ?? known?.issue.title ?? ''
  const id = incidentId(incident)
  const url = known === null ? null : issueLink(run, known.issue.number)
  return [url === null ? { kind: 'strong', text: id } : { kind: 'link', text: id, url }, ` ${title}`]
}

function turnsOf({ transitions }: PlannedIncident): Inline {
  return transitions.length === 0
    ? 'as before'
    : transitions.flatMap((each, index) => [index === 0 ? '' : '; ', transitionText(each)])
}

function nextOf({ next }: PlannedIncident): string {
  return next.nextAt === null ? '' : momentText(next.nextAt)
}

function toldOf({ incident, notices }: PlannedIncident, policy: Subject['policy']): string {
  const level = incident.told === null ? undefined : policy.levels[incident.told.level]
  const services = notices.map(({ target, event }) => `${target} (${event})`)
  return [...(level === undefined ? [] : [level.name]), ...services].join(', ')
}
