import type { ListedRun } from '@testwarden/core/model/github-observation'
import type { Listing, RunQuery } from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import { PER_PAGE, type ReadPage, readLinks, readPages } from './pages.js'
import { readsActions } from './workflows.js'

/** Two hundred runs. */
const PAGES_MAX = 2

/** @throws PlatformError */
export function listRuns(
  client: GitHubClient,
  { workflowId, branch, event, since }: RunQuery,
): Promise<Listing<ListedRun>> {
  const wanted = { branch, ...(event === null ? {} : { event }) }
  const isWithin = ({ createdAt }: ListedRun) => Date.parse(createdAt) >= Date.parse(since)
  return readPages(async (page) => {
    const { items, isLast } = await readRuns(client, { workflowId, page, wanted })
    // They come newest first, so one that is too old ends it.
    return { items: items.filter(isWithin), isLast: isLast || !items.every(isWithin) }
  }, PAGES_MAX)
}

export interface RunPageQuery {
  readonly workflowId: number
  readonly page: number
  readonly perPage?: number
  /** What GitHub looks for. */
  readonly wanted: Readonly<Partial<Record<'branch' | 'event' | 'head_sha', string>>>
}

/**
 * Newest first. A fork's branch may be called as ours is, so its runs are left out where a branch is asked for.
 * @see https://docs.github.com/rest/actions/workflow-runs#list-workflow-runs-for-a-workflow
 * @throws PlatformError
 */
export async function readRuns(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  { workflowId, page, perPage = PER_PAGE, wanted }: RunPageQuery,
): Promise<ReadPage<ListedRun>> {
  const { data, headers } = await ask(
    { kind: 'read', what: 'list the runs of the workflow', permission: readsActions },
    () =>
      octokit.rest.actions.listWorkflowRuns({
        owner,
        repo,
        workflow_id: workflowId,
        ...wanted,
        exclude_pull_requests: true,
        per_page: perPage,
        page,
        request: requestOptions(),
      }),
  )
  const own = `${owner}/${repo}`.toLowerCase()
  const isOwn = (run: WorkflowRun) => run.head_repository?.full_name.toLowerCase() === own
  const runs = wanted.branch === undefined ? data.workflow_runs : data.workflow_runs.filter(isOwn)
  return { items: runs.map(toRun), isLast: !readLinks(headers.link).hasNext }
}

type WorkflowRun = Awaited<
  ReturnType<GitHubClient['octokit']['rest']['actions']['listWorkflowRuns']>
>['data']['workflow_runs'][number]

function toRun(run: WorkflowRun): ListedRun {
  return {
    id: String(run.id),
    attempt: run.run_attempt ?? 1,
    event: run.event,
    headSha: run.head_sha,
    conclusion: run.status === 'completed' ? run.conclusion : null,
    createdAt: run.created_at,
    updatedAt: run.updated_at,
  }
}
