import { type Answer, type Call, invalid, NOT_FOUND, ok } from '../call.js'
import { pageOf } from '../paging.js'
import type { Issue } from '../repository.js'
import { repositoryUrl } from './repositories.js'
import { addIssueEvent } from './timeline.js'

/** Of a label that GitHub makes by itself. */
const GREY = 'ededed'

/** `issues/get-label` */
export function getLabel(call: Call): Answer {
  const found = call.repository.labels.get(String(call.path.name).toLowerCase())
  return found === undefined ? NOT_FOUND : ok(presentLabel(call, found.name))
}

/** `issues/create-label` */
export function createLabel(call: Call): Answer {
  const name = String(call.body.name)
  if (call.repository.labels.has(name.toLowerCase()))
    return invalid({ resource: 'Label', code: 'already_exists', field: 'name' })
  call.repository.labels.set(name.toLowerCase(), { name, color: String(call.body.color ?? GREY) })
  return { status: 201, body: presentLabel(call, name) }
}

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
  const color = call.repository.labels.get(name.toLowerCase())?.color ?? GREY
  return { id: 1, node_id: 'LA_1', url, name, description: null, color, default: false }
}

function withIssue(call: Call, handle: (issue: Issue) => Answer): Answer {
  const issue = call.repository.issues.get(Number(call.path.issue_number))
  return issue === undefined ? NOT_FOUND : handle(issue)
}

function change(call: Call, issue: Issue, labels: readonly string[]): Answer {
  label(call, issue, labels)
  return answer(call, issue)
}

/** Gives an issue these labels and no other; GitHub makes those that the repository does not have. */
export function label({ state, repository, caller }: Call, issue: Issue, names: readonly string[]): void {
  const wanted = [...new Set(names)]
  const by = { issue: issue.number, actor: caller.login }
  for (const name of wanted.filter((each) => !repository.labels.has(each.toLowerCase())))
    repository.labels.set(name.toLowerCase(), { name, color: GREY })
  for (const name of wanted.filter((each) => !issue.labels.includes(each)))
    addIssueEvent(state, repository, { ...by, event: 'labeled', label: name })
  for (const name of issue.labels.filter((each) => !wanted.includes(each)))
    addIssueEvent(state, repository, { ...by, event: 'unlabeled', label: name })
  issue.labels = wanted
}

function answer(call: Call, issue: Issue): Answer {
  return pageOf(call, issue.labels, (shown) => shown.map((name) => presentLabel(call, name)))
}
