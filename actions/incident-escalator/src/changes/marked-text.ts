import type { RunContext } from '@testwarden/core/model/evidence'
import type { IssueMarker, KnownIssue } from '@testwarden/core/model/issue'
import { readMarkedBody } from '@testwarden/core/render/issue-marker'
import { INCIDENTS_OF } from '../asking/ask-incidents.js'
import type { Incident } from '../incident/incident.js'
import { memoryOf } from '../incident/incident-memory.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import { isFull } from './full-issue.js'
import { isTurnWord, turnWord } from './turn.js'

/** Keys of an incident whose failures change their faces: the first ones stay. */
const KEYS_MAX = 90

/** The marker that remembers an incident as it stands after a step. */
export function markerOf(planned: PlannedIncident, run: Pick<RunContext, 'key' | 'now'>): IssueMarker {
  const { known, trouble } = planned
  const incident = isMentionedAfter(planned) ? unsaid(planned.incident) : planned.incident
  const keys = new Set([incident.dedupKey, ...(known?.issue.marker.keys ?? []), ...(trouble?.keys ?? [])])
  const { state, about } = memoryOf(incident)
  const turn = isMentionedAfter(planned) || planned.notices.length > 0 ? [turnWord(run)] : []
  const marker = { action: INCIDENTS_OF, keys: [...keys].slice(0, KEYS_MAX), run: run.key.run }
  return { ...marker, state, about: [...turn, ...about] }
}

/** There is no issue yet to mention anybody on. */
export function isMentionedAfter(planned: PlannedIncident): boolean {
  return planned.telling !== null && (planned.known === null || isFull(planned))
}

function unsaid(incident: Incident): Incident {
  return incident.told === null ? incident : { ...incident, told: { ...incident.told, isUnsaid: true } }
}

/** Whether an issue says already what it is to say, but for the run that wrote it: who did so first makes no difference. */
export function saysSo(issue: KnownIssue, body: string): boolean {
  const wanted = readMarkedBody(body)
  if (wanted === null || issue.isDamaged === true || wanted.digest !== issue.digest) return false
  return steady(wanted.marker) === steady(issue.marker)
}

function steady(marker: IssueMarker): string {
  return JSON.stringify({ ...marker, run: '', about: marker.about.filter((word) => !isTurnWord(word)) })
}
