import { ConfigurationError, PlatformError } from '@testwarden/core/model/errors'
import { createConnector, type GitHubClient, type GitHubOptions } from '../github/connection.js'
import { readFailure } from '../github/errors.js'
import { createTraffic } from '../github/traffic.js'
import { createRunApi, type RunApi } from './run-api.js'

/** What an import asks GitHub about past runs. Every question throws PlatformError. */
export interface PastRunApi extends Pick<RunApi, 'listArtifacts' | 'download'> {
  defaultBranch(): Promise<string>
  /** Completed ones by a push or on a schedule, newest first. @throws ConfigurationError for an unknown workflow */
  listRuns(question: PastRunQuestion): Promise<readonly PastRun[]>
}

export interface PastRunQuestion {
  /** The name of its file, below `.github/workflows`: `ci.yml`. */
  readonly workflow: string
  readonly branch: string
  /** At most {@link PAST_RUNS_MAX}. */
  readonly limit: number
}

export interface PastRun {
  readonly id: string
  /** As GITHUB_WORKFLOW has it: the workflow's name, or its path where it has none. */
  readonly workflow: string
  /** The newest one. */
  readonly attempt: number
  readonly sha: string
  /** When the first attempt began; ISO 8601. */
  readonly createdAt: string
  /** When the newest attempt began; ISO 8601. */
  readonly startedAt: string
  readonly conclusion: string | null
}

/** GitHub shows no more of a list that is filtered. */
export const PAST_RUNS_MAX = 1000
const PAGE = 100
/** What runs on the branch itself. A pull request's branch may be called like it. */
const EVENTS: readonly string[] = ['push', 'schedule']

export function createPastRunApi(options: GitHubOptions): PastRunApi {
  const shared = { ...options, traffic: options.traffic ?? createTraffic() }
  const client = createConnector(shared)
  const { listArtifacts, download } = createRunApi(shared)
  return {
    listArtifacts,
    download,
    defaultBranch: async () => readDefaultBranch(await client()),
    listRuns: async (question) => listRuns(await client(), question),
  }
}

/** @see https://docs.github.com/rest/repos/repos#get-a-repository */
async function readDefaultBranch({ octokit, owner, repo, requestOptions, ask }: GitHubClient): Promise<string> {
  const { data } = await ask({ kind: 'read', what: 'find the default branch' }, () =>
    octokit.rest.repos.get({ owner, repo, request: requestOptions() }),
  )
  return data.default_branch
}

async function listRuns(client: GitHubClient, question: PastRunQuestion): Promise<readonly PastRun[]> {
  const runs: PastRun[] = []
  for (let page = 1; page <= PAST_RUNS_MAX / PAGE; page++) {
    const { found, isLast } = await listPage(client, question, page)
    runs.push(...found)
    if (isLast || runs.length >= question.limit) break
  }
  return runs.slice(0, question.limit)
}

/** @see https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow */
async function listPage(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { workflow, branch }: PastRunQuestion,
  page: number,
): Promise<{ readonly found: readonly PastRun[]; readonly isLast: boolean }> {
  const { data } = await ask({ kind: 'read', what: `list the runs of ${workflow}` }, () =>
    octokit.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: workflow,
      branch,
      status: 'completed',
      exclude_pull_requests: true,
      per_page: PAGE,
      page,
      request: requestOptions(),
    }),
  ).catch((error: unknown) => {
    throw isNotFound(error) ? unknownWorkflow(workflow, `${owner}/${repo}`) : error
  })
  const own = data.workflow_runs.filter(({ event }) => EVENTS.includes(event))
  return { found: own.map(toPastRun), isLast: data.workflow_runs.length < PAGE }
}

type WorkflowRun = Awaited<
  ReturnType<GitHubClient['octokit']['rest']['actions']['listWorkflowRuns']>
>['data']['workflow_runs'][number]

function toPastRun(run: WorkflowRun): PastRun {
  return {
    id: String(run.id),
    workflow: run.name || run.path.replace(/@.*$/, ''),
    attempt: run.run_attempt ?? 1,
    sha: run.head_sha,
    createdAt: run.created_at,
    startedAt: run.run_started_at ?? run.created_at,
    conclusion: run.conclusion,
  }
}

function isNotFound(error: unknown): boolean {
  return error instanceof PlatformError && readFailure(error.cause).status === 404
}

function unknownWorkflow(workflow: string, repository: string): ConfigurationError {
  return new ConfigurationError(
    `GitHub shows no workflow ${JSON.stringify(workflow.slice(0, 100))} of ${repository}.`,
    {
      remedy: 'Name its file, such as ci.yml, and check that the token may see the repository and read its actions.',
    },
  )
}
