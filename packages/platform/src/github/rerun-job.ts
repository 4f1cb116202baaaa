import type { GitHubClient } from './connection.js'
import type { WantedPermission } from './errors.js'

const permission: WantedPermission = { name: 'actions', level: 'write' }

/** @see https://docs.github.com/rest/actions/workflow-runs#re-run-a-job-from-a-workflow-run @throws PlatformError */
export async function rerunJob(
  { octokit, owner, repo, requestOptions, ask }: GitHubClient,
  jobId: number,
): Promise<void> {
  await ask({ kind: 'create', what: `run job ${jobId} again`, permission }, () =>
    octokit.rest.actions.reRunJobForWorkflowRun({ owner, repo, job_id: jobId, request: requestOptions() }),
  )
}
