import type { StepRun } from '../action-run.js'
import { contextsOf } from '../contexts.js'
import type { Contexts } from '../expressions.js'
import type { Leg } from './matrix.js'
import type { Site } from './site.js'
import type { Job, Workflow } from './workflow.js'
import type { WorkflowEvent } from './workflow-event.js'

/** One run of a workflow. */
export interface RunScope {
  readonly site: Site
  readonly workflow: Workflow
  readonly event: WorkflowEvent
  /** GITHUB_RUN_ID */
  readonly id: number
  /** GITHUB_RUN_ATTEMPT */
  readonly attempt: number
}

/** One job of it, or one leg of a matrix. */
export interface JobScope extends RunScope {
  readonly job: Job
  readonly leg: Leg
  /** `needs.*` */
  readonly needs: Contexts
  readonly strategy: Contexts
  readonly workspace: string
  readonly temporaryFolder: string
  readonly token: string
  /** Variables of the machine, which expressions do not see. */
  readonly machine: Readonly<Record<string, string>>
}

/** What `github.*` has in every job of the run. */
export function githubOf({ site, workflow, event, id, attempt }: RunScope): Readonly<Record<string, unknown>> {
  const { owner, name } = site.repository
  return {
    repository: `${owner}/${name}`,
    repository_owner: owner,
    server_url: site.serverUrl,
    api_url: site.apiUrl,
    graphql_url: site.graphqlUrl,
    run_id: String(id),
    run_number: String(id),
    run_attempt: String(attempt),
    sha: event.sha,
    ref: event.ref,
    workflow: workflow.name,
  }
}

/** What is the same for every step of a job. */
export function stepRunOf(scope: JobScope): Pick<StepRun, 'event' | 'workspace' | 'temporaryFolder' | 'token'> {
  const { event, workspace, temporaryFolder, token } = scope
  return { event: { name: event.name, payload: event.payload }, workspace, temporaryFolder, token }
}

/** What expressions of a job may read before it has a machine. */
export function jobContexts(run: RunScope, more: Contexts): Contexts {
  const { name, payload } = run.event
  const nowhere = { event: { name, payload }, workspace: '', temporaryFolder: '', token: '' }
  return contextsOf({ ...nowhere, github: githubOf(run), contexts: more }, '')
}
