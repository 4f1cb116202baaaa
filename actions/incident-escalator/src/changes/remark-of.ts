import type { IssueRemark } from '@testwarden/core/model/change'
import { markerSum, shortHash } from '@testwarden/core/render/issue-marker'
import type { Redact } from '@testwarden/core/render/redact'
import type { IncidentStory } from '../incident/incident-story.js'
import type { KnownIncident } from '../known/known-incidents.js'
import { toldMark } from '../known/told-by-remarks.js'
import { transitionRemark } from '../page/incident-remarks.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import { toldNow } from '../plan/tell-story.js'
import type { Subject } from '../subject.js'

/**
 * Its key names the level that it tells, which outlives the marker of the issue. It holds no moment of this run: whoever
 * says the same of the same state says it once, in another job or after a run that broke off.
 */
export function remarkOf(
  planned: PlannedIncident,
  story: IncidentStory,
  { subject, redact }: { readonly subject: Subject; readonly redact: Redact },
): IssueRemark | null {
  const { run } = subject.evidence
  const { transitions, telling, known } = planned
  const told = toldNow(planned, story)
  const remark = transitionRemark({ story, transitions, told, run, redact, locked: known?.issue.isLocked === true })
  if (remark === null) return null
  const level = telling === null ? [] : [toldMark(telling)]
  const turns = transitions.map(({ kind }) => kind).filter((kind) => kind !== 'opened')
  const state = turns.length === 0 || known === null ? planned.incident.openedAt : shortHash(stateOf(known))
  const key = [...level, ...turns, state.replace(/[^0-9a-zA-Z]/g, '').toLowerCase()].join('-')
  return { ...remark, key: key.length <= REMARK_KEY_CHARACTERS ? key : `${level.join('')}-${shortHash(key)}` }
}

function stateOf({ issue }: KnownIncident): string {
  return issue.isDamaged === true ? issue.digest : markerSum(issue.marker)
}

const REMARK_KEY_CHARACTERS = 100
