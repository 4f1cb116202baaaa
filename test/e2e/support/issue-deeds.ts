import type { Comment, Issue } from '../../../packages/testkit/src/fake-github/repository.js'
import { addIssueEvent } from '../../../packages/testkit/src/fake-github/resources/timeline.js'
import { timestamp } from '../../../packages/testkit/src/fake-github/state.js'
import type { Scenario } from './scenario.js'

/** What somebody does to an issue by a button. */
export type Deed =
  | { readonly kind: 'labels' | 'unlabels'; readonly label: string }
  | { readonly kind: 'assigns'; readonly assignee: string }
  | { readonly kind: 'closes'; readonly as?: 'completed' | 'not_planned' }
  | { readonly kind: 'reopens' }

export function doDeed({ github, repository }: Scenario, issue: Issue, by: string, deed: Deed): void {
  const now = timestamp(github.state)
  const event = { issue: issue.number, actor: by }
  const tell = (what: Parameters<typeof addIssueEvent>[2]) => addIssueEvent(github.state, repository, what)
  issue.updatedAt = now
  if (deed.kind === 'labels') {
    issue.labels = [...issue.labels, deed.label]
    tell({ ...event, event: 'labeled', label: deed.label })
  } else if (deed.kind === 'unlabels') {
    issue.labels = issue.labels.filter((label) => label !== deed.label)
    tell({ ...event, event: 'unlabeled', label: deed.label })
  } else if (deed.kind === 'assigns') {
    issue.assignees = [...issue.assignees, deed.assignee]
    tell({ ...event, event: 'assigned', assignee: deed.assignee })
  } else if (deed.kind === 'closes') {
    Object.assign(issue, { state: 'closed', stateReason: deed.as ?? 'completed', closedAt: now })
    tell({ ...event, event: 'closed' })
  } else {
    Object.assign(issue, { state: 'open', stateReason: 'reopened', closedAt: null })
    tell({ ...event, event: 'reopened' })
  }
}

export function addComment({ github, repository }: Scenario, issue: number, author: string, body: string): Comment {
  const now = timestamp(github.state)
  const comment = { id: github.state.nextId(), issue, body, author, createdAt: now, updatedAt: now }
  repository.comments.set(comment.id, comment)
  return comment
}
