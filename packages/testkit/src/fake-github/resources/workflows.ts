import { type Answer, type Call, NOT_FOUND, ok } from '../call.js'
import { pageOf } from '../paging.js'
import type { Repository } from '../repository.js'
import type { GitHubState } from '../state.js'
import type { Workflow } from '../workflow-run.js'
import { pageUrl, repositoryUrl } from './repositories.js'

const MADE_AT = '2026-01-01T00:00:00Z'

export function addWorkflow(
  state: GitHubState,
  repository: Repository,
  options: Pick<Workflow, 'file' | 'name'> & Partial<Workflow>,
): Workflow {
  const workflow: Workflow = { id: state.nextId(), state: 'active', createdAt: MADE_AT, ...options }
  repository.workflows.set(workflow.file, workflow)
  return workflow
}

/** `actions/get-workflow` */
export function getWorkflow(call: Call): Answer {
  const workflow = findWorkflow(call)
  return workflow === null ? NOT_FOUND : ok(presentWorkflow(call, workflow))
}

/** `actions/list-repo-workflows` */
export function listWorkflows(call: Call): Answer {
  const workflows = [...call.repository.workflows.values()]
  return pageOf(call, workflows, (shown) => ({
    total_count: workflows.length,
    workflows: shown.map((workflow) => presentWorkflow(call, workflow)),
  }))
}

/** By its id or the name of its file. */
export function findWorkflow({ repository, path }: Call): Workflow | null {
  const name = String(path.workflow_id)
  return [...repository.workflows.values()].find(({ id, file }) => file === name || String(id) === name) ?? null
}

function presentWorkflow({ baseUrl, repository }: Call, { id, file, name, state, createdAt }: Workflow) {
  const path = `.github/workflows/${file}`
  return {
    id,
    node_id: `W_${id}`,
    name,
    path,
    state,
    created_at: createdAt,
    updated_at: createdAt,
    url: `${repositoryUrl(baseUrl, repository)}/actions/workflows/${id}`,
    html_url: `${pageUrl(repository)}/blob/${repository.defaultBranch}/${path}`,
    badge_url: `${pageUrl(repository)}/actions/workflows/${file}/badge.svg`,
  }
}
