import type { Workflow } from './workflow.js'
import type { WorkflowEvent } from './workflow-event.js'
import { fieldsOf, knownFields, listOf } from './yaml-values.js'

const FILTERS: readonly string[] = ['types', 'branches', 'workflows']

/** Where a workflow names no types. */
const USUAL_TYPES: Readonly<Record<string, readonly string[]>> = {
  pull_request: ['opened', 'synchronize', 'reopened'],
}

/**
 * Whether an event starts a workflow: its name, `types`, `branches` and `workflows`.
 * @throws Error for a filter, or a pattern of a branch, that the simulator does not know
 */
export function startsOn({ on, path }: Workflow, event: WorkflowEvent): boolean {
  const filters = on.get(event.name)
  if (filters === undefined) return false
  const { types, branches, workflows } = knownFields(filters, FILTERS, `${path}: on.${event.name}`)
  const wanted = types === undefined ? USUAL_TYPES[event.name] : listOf(types).map(String)
  const { action } = event.payload
  if (wanted !== undefined && !wanted.includes(String(action))) return false
  if (branches !== undefined && !listOf(branches).map(plainBranch).includes(branchOf(event))) return false
  return workflows === undefined || listOf(workflows).includes(fieldsOf(event.payload.workflow_run).name)
}

/** The branch that a filter is compared with: that of a push, the base of a change, the head of a reported run. */
function branchOf({ name, payload }: WorkflowEvent): string {
  const base = fieldsOf(fieldsOf(payload.pull_request).base).ref
  const group = fieldsOf(payload.merge_group).base_ref
  const reported = fieldsOf(payload.workflow_run).head_branch
  const ref = { pull_request: base, merge_group: group, workflow_run: reported }[name] ?? payload.ref
  return String(ref ?? '').replace(/^refs\/heads\//, '')
}

function plainBranch(value: unknown): string {
  const name = String(value)
  if (/[*?+[\]!]/.test(name)) throw new Error(`The simulator knows no patterns of branches: ${name}`)
  return name
}
