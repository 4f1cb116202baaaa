import type { ListedCommit, ObservedCommits } from '@testwarden/core/model/github-observation'
import { observed } from '../asking/observed.js'
import { commitsId } from '../asking/request-ids.js'
import type { Incident } from '../incident/incident.js'
import type { BadRange, Escalation, IncidentStory, Resolution, ToldPeople } from '../incident/incident-story.js'
import { nextLevel } from '../policy/due-level.js'
import { guaranteeOf } from '../policy/guarantee.js'
import { recipientsOf } from '../policy/recipients.js'
import type { Subject } from '../subject.js'
import { rangeOf } from './commit-range.js'
import { immediateActions } from './immediate-actions.js'
import { involvedPeople } from './involved-people.js'
import type { PlannedIncident } from './planned-incident.js'
import { runbookOf } from './runbook-of.js'

/** Everything that the issue of an incident tells. */
export function tellStory(planned: PlannedIncident, subject: Subject): IncidentStory {
  const { incident, trouble, earlier } = planned
  const { run } = subject.evidence
  // A run that only looks after incidents is of another workflow.
  const where = trouble?.place ?? incident.where
  const range = badRange(planned, subject)
  const escalation = escalationOf(planned, range, subject)
  return {
    incident,
    workflow: where?.workflow ?? run.key.workflow,
    branch: where?.branch ?? run.branch ?? '',
    trouble,
    explains: explainedBy(planned, subject),
    range,
    escalation,
    actions: immediateActions(planned, { told: escalation.told, config: subject.config }),
    runbook: trouble === null ? null : runbookOf(trouble, subject.config.own.runbooks.value),
    earlier,
    resolution: resolutionOf(planned, subject),
  }
}

function explainedBy({ trouble }: PlannedIncident, { detected }: Subject): readonly string[] {
  return detected.muted.filter(({ by }) => by.cause === trouble?.cause).map(({ trouble: muted }) => muted.title)
}

function badRange(planned: PlannedIncident, subject: Subject): BadRange | null {
  const { signs, trouble } = planned
  const firstBad = signs.streak?.firstBad ?? null
  if (trouble === null || firstBad === null) return null
  const commits = commitsOf(planned, subject)
  return {
    firstBad,
    lastGood: signs.streak?.lastGood ?? null,
    commits: commits?.commits ?? [],
    isWhole: commits?.isWhole ?? true,
  }
}

function commitsOf(planned: PlannedIncident, { evidence }: Subject): ObservedCommits | null {
  const range = rangeOf(planned)
  return range === null ? null : observed(evidence, commitsId(range.base, range.head), 'commits')
}

function escalationOf(planned: PlannedIncident, range: BadRange | null, { policy, config }: Subject): Escalation {
  const { incident, next } = planned
  const following = incident.state === 'resolved' ? null : nextLevel(policy, incident)
  return {
    told: toldPeople(planned, range, policy),
    nextAt: next.nextAt,
    nextLevel: next.nextAt === null ? null : (policy.levels[following?.level ?? -1]?.name ?? null),
    heldBy: next.heldBy,
    isExhausted: next.isExhausted,
    guarantee: guaranteeOf(policy, config.own.sweep.value),
    notes: planned.telling?.recipients.notes ?? [],
  }
}

/** The level that was told last, with the people that it meant then. */
function toldPeople(planned: PlannedIncident, range: BadRange | null, policy: Subject['policy']): ToldPeople | null {
  const { told } = planned.incident
  const level = told === null ? undefined : policy.levels[told.level]
  if (told === null || level === undefined) return null
  const { involved, people, teams, targets } = recipientsOf(policy, level, told.at)
  const meant = involvedPeople(involved, { planned, range })
  return {
    level: level.name,
    at: told.at,
    involved,
    people: [...new Set([...people, ...meant.people])],
    teams: [...new Set([...teams, ...meant.teams])],
    targets,
  }
}

/** Whom this very step tells; null: nobody. */
export function toldNow({ telling }: PlannedIncident, { escalation }: IncidentStory): ToldPeople | null {
  return telling === null ? null : escalation.told
}

function resolutionOf(planned: PlannedIncident, subject: Subject): Resolution | null {
  const { incident, transitions } = planned
  const end = transitions.findLast(({ kind }) => kind === 'resolved')
  if (incident.state !== 'resolved' || end?.kind !== 'resolved') return null
  const commits = commitsOf(planned, subject)
  return {
    at: end.at,
    by: end.by,
    fix: end.by === null ? fixOf(planned, commits) : null,
    candidates: commits?.commits.length ?? 0,
    timeToAcknowledgeMs: acknowledgedAfter(incident),
    timeToRecoverMs: Math.max(0, Date.parse(end.at) - Date.parse(incident.openedAt)),
  }
}

/** GitHub's word for the commit, or at least its name. */
function fixOf({ signs }: PlannedIncident, commits: ObservedCommits | null): ListedCommit | null {
  const sha = signs.streak?.firstGreen?.sha ?? ''
  if (sha === '') return null
  return commits?.commits.at(-1) ?? { sha, author: null, title: '' }
}

function acknowledgedAfter({ firstAcknowledgedAt, openedAt }: Incident): number | null {
  return firstAcknowledgedAt === null ? null : Math.max(0, Date.parse(firstAcknowledgedAt) - Date.parse(openedAt))
}
