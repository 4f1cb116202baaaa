import type { HeadJob, ListedRun } from '@testwarden/core/model/github-observation'
import type { HeadJobQuery } from '@testwarden/core/ports/github'
import type { GitHubClient } from './connection.js'
import { PER_PAGE, readLinks, readPages } from './pages.js'
import { readRuns } from './workflow-runs.js'
import { readsActions } from './workflows.js'

/** The newest runs of all pull requests, which are those of most heads: it saves a request for each of them. */
const RECENT_PAGES_MAX = 2
/** A matrix has at most 256 jobs. */
const JOB_PAGES_MAX = 5

/**
 * Of each commit the newest job of a name in the newest run of a workflow. A commit without one is left out.
 * @throws PlatformError
 */
export async function listHeadJobs(client: GitHubClient, query: HeadJobQuery): Promise<readonly HeadJob[]> {
  const { workflowId, event, headShas, job } = query
  if (headShas.length === 0) return []
  const recent = await readPages((page) => readRuns(client, { workflowId, page, wanted: { event } }), RECENT_PAGES_MAX)
  const jobs: HeadJob[] = []
  for (const headSha of new Set(headShas)) {
    const known = recent.items.find((run) => run.headSha === headSha)
    const run = known ?? (recent.isWhole ? undefined : await newestRun(client, query, headSha))
    const found = run === undefined ? null : await findJob(client, run, job)
    if (found !== null) jobs.push(found)
  }
  return jobs
}

async function newestRun(
  client: GitHubClient,
  { workflowId, event }: HeadJobQuery,
  headSha: string,
): Promise<ListedRun | undefined> {
  const wanted = { event, head_sha: headSha }
  return (await readRuns(client, { workflowId, page: 1, perPage: 1, wanted })).items[0]
}

/** @see https://docs.github.com/rest/actions/workflow-jobs#list-jobs-for-a-workflow-run */
async function findJob(client: GitHubClient, run: ListedRun, name: string): Promise<HeadJob | null> {
  const { octokit, owner, repo, requestOptions, ask } = client
  const what = `list the jobs of run ${run.id}`
  const { items } = await readPages(async (page) => {
    const { data, headers } = await ask({ kind: 'read', what, permission: readsActions }, () =>
      octokit.rest.actions.listJobsForWorkflowRun({
        owner,
        repo,
        run_id: Number(run.id),
        filter: 'latest',
        per_page: PER_PAGE,
        page,
        request: requestOptions(),
      }),
    )
    return { items: data.jobs, isLast: !readLinks(headers.link).hasNext }
  }, JOB_PAGES_MAX)
  const job = items.find((each) => each.name === name)
  if (job === undefined) return null
  return {
    headSha: run.headSha,
    jobId: job.id,
    run: run.id,
    attempt: run.attempt,
    conclusion: job.status === 'completed' ? job.conclusion : null,
    isRunning: run.conclusion === null,
  }
}
