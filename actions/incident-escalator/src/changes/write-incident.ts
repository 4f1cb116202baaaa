import type { Change, OpenIssue, ReceiptReference, UpdateIssue } from '@testwarden/core/model/change'
import { SEVERITIES } from '@testwarden/core/model/severity'
import { markedBody, markerSum } from '@testwarden/core/render/issue-marker'
import { createRedactor } from '@testwarden/core/render/redact'
import { ackLabelOf } from '../config/issues-config.js'
import type { IncidentStory } from '../incident/incident-story.js'
import type { KnownIncident } from '../known/known-incidents.js'
import { incidentMarkdown } from '../page/incident-body.js'
import { incidentTitle } from '../page/incident-title.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import { tellStory, toldNow } from '../plan/tell-story.js'
import type { Subject } from '../subject.js'
import { answersTo } from './answer-commands.js'
import { openKey, remarkKey, updateKey } from './change-keys.js'
import { isFull } from './full-issue.js'
import { withoutHeld } from './held-notices.js'
import { markerOf, saysSo } from './marked-text.js'
import { noticesOf } from './notices-of.js'
import { remarkOf } from './remark-of.js'
import { settleIncident } from './settle-incident.js'
import type { WrittenIncident } from './written-incident.js'

/**
 * What this step does with one incident: its issue remembers first who is to be told, then they are told, then the issue
 * says that they were.
 */
export function writeIncident(incident: PlannedIncident, subject: Subject): readonly Change[] {
  const planned = withoutHeld(incident, subject)
  const written = textsOf(planned, subject)
  const { known } = planned
  const isOpened = known === null || isFull(planned)
  const first = isOpened ? openingOf(written, subject) : updatingOf(written, known, subject)
  const issue = isOpened ? { ref: openKey(planned.incident), field: 'id' as const } : known.issue.number
  const remembered = isOpened ? openKey(planned.incident) : updateKey(planned.incident)
  const { notices, fillIns } = noticesOf(written, { subject, issue, remembered })
  const settled = settleIncident(written, { issue, remembered, fillIns })
  return [...first, ...answersTo(planned, subject), ...notices, ...settled]
}

function textsOf(planned: PlannedIncident, subject: Subject): WrittenIncident {
  const { run } = subject.evidence
  const redact = createRedactor(subject.config.file.redact.value)
  const story = tellStory(planned, subject)
  const { transitions, known } = planned
  const title = incidentTitle(story, redact, known?.issue.title ?? null)
  const text = incidentMarkdown({ story, transitions, text: known?.issue.text ?? null, run, redact })
  const body = markedBody(markerOf(planned, run), text)
  return { planned, story, title, body, remark: remarkOf(planned, story, { subject, redact }) }
}

/** The comment comes after: whoever is mentioned in it finds the issue. */
function openingOf({ planned, story, title, body, remark }: WrittenIncident, subject: Subject): readonly Change[] {
  const { incident } = planned
  const opening: OpenIssue = {
    kind: 'open-issue',
    key: openKey(incident),
    title,
    body,
    labels: [...subject.config.own['issue-labels'].value, incident.severity],
    assignees: [...(planned.known?.issue.assignees ?? []), ...assigneesOf(planned, story)],
    ...(planned.known === null ? {} : { continues: planned.known.issue.number }),
  }
  if (remark === null) return [opening]
  const issue: ReceiptReference = { ref: opening.key, field: 'id' }
  return [opening, { kind: 'update-issue', key: remarkKey(incident), issue, comment: remark, needs: opening.key }]
}

/** Nothing where the issue says all of it already. */
function updatingOf(
  { planned, story, title, body, remark }: WrittenIncident,
  { issue }: KnownIncident,
  subject: Subject,
): readonly UpdateIssue[] {
  const { incident } = planned
  const state = incident.state === 'resolved' ? 'closed' : 'open'
  const change: UpdateIssue = {
    kind: 'update-issue',
    key: updateKey(incident),
    issue: issue.number,
    ...(title === issue.title ? {} : { title }),
    ...(saysSo(issue, body) && planned.notices.length === 0 ? {} : { body }),
    ...labelChanges(planned, issue.labels, subject),
    ...missingAssignees(assigneesOf(planned, story), issue.assignees),
    ...(state === issue.state ? {} : state === 'open' ? { state } : { state, closedAs: 'completed' as const }),
    ...(remark === null ? {} : { comment: remark }),
  }
  if (Object.keys(change).length === 3) return []
  return [{ ...change, expects: issue.isDamaged === true ? 'damaged' : markerSum(issue.marker) }]
}

function missingAssignees(wanted: readonly string[], assigned: readonly string[]): Pick<UpdateIssue, 'assigneesToAdd'> {
  const known = new Set(assigned.map((login) => login.toLowerCase()))
  const missing = wanted.filter((login) => !known.has(login.toLowerCase()))
  return missing.length === 0 ? {} : { assigneesToAdd: missing }
}

/** Only who is told in this step: whom people take off the issue stays off. */
function assigneesOf(planned: PlannedIncident, story: IncidentStory): readonly string[] {
  return toldNow(planned, story)?.people ?? []
}

function labelChanges(
  { incident }: PlannedIncident,
  worn: readonly string[],
  { config }: Subject,
): Pick<UpdateIssue, 'labelsToAdd' | 'labelsToRemove'> {
  const has = (label: string): boolean => worn.some((each) => each.toLowerCase() === label.toLowerCase())
  const ackLabel = ackLabelOf(config.own)
  const isInHand = incident.state === 'acknowledged'
  const [first] = config.own['issue-labels'].value
  const wanted = [...(first === undefined ? [] : [first]), incident.severity, ...(isInHand ? [ackLabel] : [])]
  const unwanted = [...SEVERITIES.filter((each) => each !== incident.severity), ...(isInHand ? [] : [ackLabel])]
  const [toAdd, toRemove] = [wanted.filter((label) => !has(label)), unwanted.filter(has)]
  return {
    ...(toAdd.length === 0 ? {} : { labelsToAdd: toAdd }),
    ...(toRemove.length === 0 ? {} : { labelsToRemove: toRemove }),
  }
}
