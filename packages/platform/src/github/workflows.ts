import { PlatformError } from '@testwarden/core/model/errors'
import type { ListedWorkflow, WorkflowState } from '@testwarden/core/model/github-observation'
import type { GitHubClient } from './connection.js'
import { readFailure, type WantedPermission } from './errors.js'
import { PER_PAGE, readLinks, readPages } from './pages.js'

export const readsActions: WantedPermission = { name: 'actions', level: 'read' }
/** Five hundred workflows. */
const PAGES_MAX = 5
const FOLDER = '.github/workflows/'

/** By the name of its file, with or without its folder, or by its own; of two with one name the one that is switched on. @throws PlatformError */
export async function findWorkflow(client: GitHubClient, workflow: string): Promise<ListedWorkflow | null> {
  const file = workflow.startsWith(FOLDER) ? workflow.slice(FOLDER.length) : workflow
  if (/^[^/]+\.ya?ml$/i.test(file)) return readWorkflow(client, file)
  const { items } = await listWorkflows(client)
  const named = items.filter(({ name }) => name === workflow)
  return named.find(({ state }) => state === 'active') ?? named[0] ?? null
}

/** @see https://docs.github.com/rest/actions/workflows#get-a-workflow */
async function readWorkflow(client: GitHubClient, file: string): Promise<ListedWorkflow | null> {
  const { octokit, owner, repo, requestOptions, ask } = client
  try {
    const { data } = await ask({ kind: 'read', what: `find the workflow ${file}`, permission: readsActions }, () =>
      octokit.rest.actions.getWorkflow({ owner, repo, workflow_id: file, request: requestOptions() }),
    )
    return toWorkflow(data)
  } catch (error) {
    if (error instanceof PlatformError && readFailure(error.cause).status === 404) return null
    throw error
  }
}

/** @see https://docs.github.com/rest/actions/workflows#list-repository-workflows */
function listWorkflows({ octokit, owner, repo, requestOptions, ask }: GitHubClient) {
  return readPages(async (page) => {
    const { data, headers } = await ask({ kind: 'read', what: 'list the workflows', permission: readsActions }, () =>
      octokit.rest.actions.listRepoWorkflows({ owner, repo, per_page: PER_PAGE, page, request: requestOptions() }),
    )
    return { items: data.workflows.map(toWorkflow), isLast: !readLinks(headers.link).hasNext }
  }, PAGES_MAX)
}

interface Workflow extends Omit<ListedWorkflow, 'state' | 'createdAt'> {
  readonly state: WorkflowState
  readonly created_at: string
}

function toWorkflow({ id, name, path, state, created_at: createdAt }: Workflow): ListedWorkflow {
  return { id, name, path, state, createdAt: new Date(createdAt).toISOString() }
}
