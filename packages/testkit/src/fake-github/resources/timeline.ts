import { type Answer, type Call, NOT_FOUND } from '../call.js'
import type { IssueEvent } from '../issue-event.js'
import { pageOf } from '../paging.js'
import type { Comment, Repository } from '../repository.js'
import { type GitHubState, timestamp } from '../state.js'
import { presentComment } from './comments.js'
import { repositoryUrl } from './repositories.js'
import { presentUser } from './users.js'

type Without<Event> = Event extends IssueEvent ? Omit<Event, 'id' | 'at'> : never

/** Writes down what somebody did to an issue, now. */
export function addIssueEvent(state: GitHubState, repository: Repository, event: Without<IssueEvent>): void {
  repository.events.push({ ...event, id: state.nextId(), at: timestamp(state) })
}

/** `issues/list-events-for-timeline`: oldest first. */
export function listTimeline(call: Call): Answer {
  const issue = Number(call.path.issue_number)
  const { repository } = call
  if (!repository.issues.has(issue)) return NOT_FOUND
  const comments = [...repository.comments.values()].filter((comment) => comment.issue === issue)
  const events = repository.events.filter((event) => event.issue === issue)
  const told = [
    ...comments.map((comment) => ({ id: comment.id, at: comment.createdAt, shown: presentCommented(call, comment) })),
    ...events.map((event) => ({ id: event.id, at: event.at, shown: presentEvent(call, event) })),
  ].sort((left, right) => (left.at === right.at ? left.id - right.id : left.at < right.at ? -1 : 1))
  return pageOf(call, told, (page) => page.map(({ shown }) => shown))
}

function presentCommented(call: Call, comment: Comment): Readonly<Record<string, unknown>> {
  const actor = presentUser(call.baseUrl, comment.author)
  return { ...presentComment(call, comment), event: 'commented', actor }
}

function presentEvent(call: Call, event: IssueEvent): Readonly<Record<string, unknown>> {
  return {
    id: event.id,
    node_id: `E_${event.id}`,
    url: `${repositoryUrl(call.baseUrl, call.repository)}/issues/events/${event.id}`,
    actor: presentUser(call.baseUrl, event.actor),
    event: event.event,
    commit_id: 'commit' in event ? (event.commit ?? null) : null,
    commit_url: null,
    created_at: event.at,
    performed_via_github_app: null,
    ...('label' in event ? { label: { name: event.label, color: 'ededed' } } : {}),
    ...('assignee' in event ? { assignee: presentUser(call.baseUrl, event.assignee) } : {}),
  }
}
