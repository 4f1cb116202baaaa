import { type Answer, type Call, invalid, NOT_FOUND } from '../call.js'
import type { Issue, Repository } from '../repository.js'
import { addIssueEvent } from './timeline.js'

/** `issues/check-user-can-be-assigned` */
export function checkAssignee({ repository, path }: Call): Answer {
  return isAssignable(repository, String(path.assignee)) ? { status: 204 } : NOT_FOUND
}

/** One who cannot be assigned makes the whole request fail; null: all can. */
export function refuseAssignees(repository: Repository, assignees: unknown): Answer | null {
  const logins = Array.isArray(assignees) ? assignees.map(String) : []
  const unknown = logins.find((login) => !isAssignable(repository, login))
  if (unknown === undefined) return null
  return invalid({ value: unknown, resource: 'Issue', field: 'assignees', code: 'invalid' })
}

/** GitHub takes no more of one issue. */
const MAX_ASSIGNEES = 10

/** Gives an issue to these people and nobody else. */
export function assign({ state, repository, caller }: Call, issue: Issue, logins: readonly string[]): void {
  const wanted = [...new Set(logins)].slice(0, MAX_ASSIGNEES)
  const by = { issue: issue.number, actor: caller.login }
  for (const assignee of wanted.filter((login) => !issue.assignees.includes(login)))
    addIssueEvent(state, repository, { ...by, event: 'assigned', assignee })
  for (const assignee of issue.assignees.filter((login) => !wanted.includes(login)))
    addIssueEvent(state, repository, { ...by, event: 'unassigned', assignee })
  issue.assignees = wanted
}

function isAssignable({ collaborators, owner }: Repository, login: string): boolean {
  return collaborators.has(login) || login === owner
}
