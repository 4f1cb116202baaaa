import { type Answer, type Call, NOT_FOUND } from '../call.js'
import { pageOf } from '../paging.js'
import type { Issue } from '../state.js'
import { repositoryUrl } from './repositories.js'

/** `issues/list-labels-on-issue` */
export function listLabels(call: Call): Answer {
  return withIssue(call, (issue) => answer(call, issue))
}

/** `issues/add-labels` */
export function addLabels(call: Call): Answer {
  return withIssue(call, (issue) => change(call, issue, [...issue.labels, ...labelNames(call.body.labels)]))
}

/** `issues/set-labels` */
export function setLabels(call: Call): Answer {
  return withIssue(call, (issue) => change(call, issue, labelNames(call.body.labels)))
}

/** `issues/remove-label` */
export function removeLabel(call: Call): Answer {
  const name = String(call.path.name)
  return withIssue(call, (issue) => {
    if (!issue.labels.includes(name)) return NOT_FOUND
    return change(
      call,
      issue,
      issue.labels.filter((label) => label !== name),
    )
  })
}

/** Labels come as names or as objects with one. */
export function labelNames(value: unknown): readonly string[] {
  if (!Array.isArray(value)) return []
  return value.map((label: unknown) =>
    typeof label === 'object' && label !== null && 'name' in label ? String(label.name) : String(label),
  )
}

export function presentLabel(call: Call, name: string): Readonly<Record<string, unknown>> {
  const url = `${repositoryUrl(call.baseUrl, call.repository)}/labels/${encodeURIComponent(name)}`
  return { id: 1, node_id: 'LA_1', url, name, description: null, color: 'ededed', default: false }
}

function withIssue(call: Call, handle: (issue: Issue) => Answer): Answer {
  const issue = call.repository.issues.get(Number(call.path.issue_number))
  return issue === undefined ? NOT_FOUND : handle(issue)
}

function change(call: Call, issue: Issue, labels: readonly string[]): Answer {
  issue.labels = [...new Set(labels)]
  return answer(call, issue)
}

function answer(call: Call, issue: Issue): Answer {
  return pageOf(call, issue.labels, (shown) => shown.map((name) => presentLabel(call, name)))
}
