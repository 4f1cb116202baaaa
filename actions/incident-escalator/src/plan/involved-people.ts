import type { BadRange } from '../incident/incident-story.js'
import type { Involved } from '../policy/escalation-policy.js'
import type { PlannedIncident } from './planned-incident.js'

export interface InvolvedPeople {
  /** Logins. */
  readonly people: readonly string[]
  /** `acme/security` */
  readonly teams: readonly string[]
}

export interface InvolvedSources {
  readonly planned: Pick<PlannedIncident, 'trouble' | 'known'>
  readonly range: BadRange | null
}

/** So many owners of failing tests are told: a break of everything is nobody's own. */
const OWNERS_MAX = 5
const LOGIN = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38})$/
const TEAM = /^@([A-Za-z0-9][A-Za-z0-9-]{0,38}\/[A-Za-z0-9][\w.-]{0,99})$/

/** Whom the incident itself names. Where this run does not tell them, they are those who have the issue already. */
export function involvedPeople(involved: readonly Involved[], { planned, range }: InvolvedSources): InvolvedPeople {
  if (involved.length === 0) return { people: [], teams: [] }
  if (planned.trouble === null) return { people: planned.known?.issue.assignees ?? [], teams: [] }
  const author = involved.includes('author') ? (range?.commits.at(-1)?.author ?? null) : null
  const owners = involved.includes('owners') ? ownersOf(planned.trouble) : []
  return {
    people: [...(author === null ? [] : [author]), ...owners.flatMap((owner) => LOGIN.exec(owner)?.[1] ?? [])],
    teams: owners.flatMap((owner) => TEAM.exec(owner)?.[1] ?? []),
  }
}

/** Those of most of the failing tests first. */
function ownersOf({ tests }: NonNullable<PlannedIncident['trouble']>): readonly string[] {
  const counts = new Map<string, number>()
  for (const owner of tests.flatMap(({ owners }) => owners)) counts.set(owner, (counts.get(owner) ?? 0) + 1)
  return [...counts]
    .sort(([left, many], [right, others]) => others - many || (left < right ? -1 : 1))
    .slice(0, OWNERS_MAX)
    .map(([owner]) => owner)
}
