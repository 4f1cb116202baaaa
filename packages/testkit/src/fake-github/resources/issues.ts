import { type Answer, type Call, NOT_FOUND, ok } from '../call.js'
import { pageOf } from '../paging.js'
import type { Issue } from '../repository.js'
import { addIssue, timestamp } from '../state.js'
import { assign, refuseAssignees } from './assignees.js'
import { label, labelNames, presentLabel } from './labels.js'
import { pageUrl, repositoryUrl } from './repositories.js'
import { addIssueEvent } from './timeline.js'
import { presentUser } from './users.js'

/** `issues/create` */
export function createIssue(call: Call): Answer {
  const { title, body, labels, assignees } = call.body
  const refused = refuseAssignees(call.repository, assignees)
  if (refused !== null) return refused
  const issue = addIssue(call.state, call.repository, {
    title: String(title),
    body: typeof body === 'string' ? body : null,
    author: call.caller.login,
  })
  label(call, issue, labelNames(labels))
  assign(call, issue, Array.isArray(assignees) ? assignees.map(String) : [])
  return { status: 201, body: presentIssue(call, issue) }
}

/** `issues/get` */
export function getIssue(call: Call): Answer {
  const issue = findIssue(call)
  return issue === null ? NOT_FOUND : ok(presentIssue(call, issue))
}

/** `issues/update` */
export function updateIssue(call: Call): Answer {
  const issue = findIssue(call)
  if (issue === null) return NOT_FOUND
  const { title, body, state, state_reason: reason, labels, assignees } = call.body
  const refused = refuseAssignees(call.repository, assignees)
  if (refused !== null) return refused
  if (title !== undefined) issue.title = String(title)
  if (body !== undefined) issue.body = body === null ? null : String(body)
  if (state === 'open' || state === 'closed') setState(call, issue, { state, reason })
  if (labels !== undefined) label(call, issue, labelNames(labels))
  if (Array.isArray(assignees)) assign(call, issue, assignees.map(String))
  issue.updatedAt = timestamp(call.state)
  return ok(presentIssue(call, issue))
}

/** `issues/add-assignees` */
export function addAssignees(call: Call): Answer {
  const issue = findIssue(call)
  if (issue === null) return NOT_FOUND
  const { assignees } = call.body
  const refused = refuseAssignees(call.repository, assignees)
  if (refused !== null) return refused
  assign(call, issue, [...issue.assignees, ...(Array.isArray(assignees) ? assignees.map(String) : [])])
  return { status: 201, body: presentIssue(call, issue) }
}

/** `issues/list-for-repo`: newest first, open ones unless asked otherwise. Pull requests are among them, as at GitHub. */
export function listIssues(call: Call): Answer {
  const { state = 'open', labels, creator, since, sort = 'created', direction = 'desc' } = call.query
  const wanted = typeof labels === 'string' ? labels.split(',').filter((label) => label !== '') : []
  const issues = [...call.repository.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .filter((issue) => wanted.every((label) => issue.labels.includes(label)))
    .filter((issue) => creator === undefined || issue.author === creator)
    .filter((issue) => typeof since !== 'string' || issue.updatedAt >= since)
    .sort((left, right) => (sort === 'updated' ? compare(left.updatedAt, right.updatedAt) : left.number - right.number))
  if (direction === 'desc') issues.reverse()
  return pageOf(call, issues, (shown) => shown.map((issue) => presentIssue(call, issue)))
}

interface WantedState {
  readonly state: 'open' | 'closed'
  readonly reason: unknown
}

/** An issue that is in this state already keeps the moment and the reason of it. */
function setState(call: Call, issue: Issue, { state, reason }: WantedState): void {
  if (issue.state === state) return
  issue.state = state
  const event = state === 'open' ? 'reopened' : 'closed'
  addIssueEvent(call.state, call.repository, { event, issue: issue.number, actor: call.caller.login })
  issue.closedAt = state === 'closed' ? timestamp(call.state) : null
  issue.stateReason = state === 'open' ? 'reopened' : typeof reason === 'string' ? reason : 'completed'
}

function findIssue(call: Call): Issue | null {
  return call.repository.issues.get(Number(call.path.issue_number)) ?? null
}

function compare(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0
}

function presentIssue(call: Call, issue: Issue): Readonly<Record<string, unknown>> {
  const { repository, baseUrl } = call
  const url = `${repositoryUrl(baseUrl, repository)}/issues/${issue.number}`
  const isPull = repository.pulls.has(issue.number)
  const page = `${pageUrl(repository)}/${isPull ? 'pull' : 'issues'}/${issue.number}`
  return {
    id: issue.id,
    node_id: `I_${issue.id}`,
    number: issue.number,
    url,
    repository_url: repositoryUrl(baseUrl, repository),
    labels_url: `${url}/labels{/name}`,
    comments_url: `${url}/comments`,
    events_url: `${url}/events`,
    html_url: page,
    title: issue.title,
    body: issue.body,
    state: issue.state,
    state_reason: issue.stateReason,
    user: presentUser(baseUrl, issue.author),
    labels: issue.labels.map((name) => presentLabel(call, name)),
    assignee: issue.assignees[0] === undefined ? null : presentUser(baseUrl, issue.assignees[0]),
    assignees: issue.assignees.map((login) => presentUser(baseUrl, login)),
    milestone: null,
    locked: issue.isLocked,
    comments: [...repository.comments.values()].filter((comment) => comment.issue === issue.number).length,
    author_association: 'MEMBER',
    closed_at: issue.closedAt,
    created_at: issue.createdAt,
    updated_at: issue.updatedAt,
    ...(isPull ? { pull_request: pullLinks(call, issue.number) } : {}),
  }
}

/** What tells a pull request from an issue in a list of issues. */
function pullLinks({ repository, baseUrl }: Call, number: number): Readonly<Record<string, string>> {
  const page = `${pageUrl(repository)}/pull/${number}`
  return {
    url: `${repositoryUrl(baseUrl, repository)}/pulls/${number}`,
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
  }
}
