import type { Answer, Call } from '../call.js'
import { pageOf } from '../paging.js'
import { type GitHubState, type Repository, timestamp, type WorkflowJob } from '../state.js'
import { pageUrl, repositoryUrl } from './repositories.js'

export interface WorkflowJobOptions {
  readonly run: number
  readonly name: string
  readonly conclusion?: string | null
}

export function addWorkflowJob(state: GitHubState, repository: Repository, options: WorkflowJobOptions): WorkflowJob {
  const job: WorkflowJob = { conclusion: 'success', ...options, id: state.nextId(), startedAt: timestamp(state) }
  repository.jobs.set(job.id, job)
  return job
}

/** `actions/list-jobs-for-workflow-run` */
export function listJobs(call: Call): Answer {
  const run = Number(call.path.run_id)
  const found = [...call.repository.jobs.values()].filter((job) => job.run === run)
  return pageOf(call, found, (shown) => ({
    total_count: found.length,
    jobs: shown.map((job) => presentJob(call, job)),
  }))
}

function presentJob({ baseUrl, repository }: Call, job: WorkflowJob): Readonly<Record<string, unknown>> {
  const root = repositoryUrl(baseUrl, repository)
  return {
    id: job.id,
    node_id: `J_${job.id}`,
    run_id: job.run,
    run_url: `${root}/actions/runs/${job.run}`,
    run_attempt: 1,
    head_sha: '0'.repeat(40),
    head_branch: null,
    workflow_name: null,
    name: job.name,
    url: `${root}/actions/jobs/${job.id}`,
    html_url: `${pageUrl(repository)}/actions/runs/${job.run}/job/${job.id}`,
    status: job.conclusion === null ? 'in_progress' : 'completed',
    conclusion: job.conclusion,
    created_at: job.startedAt,
    started_at: job.startedAt,
    completed_at: job.conclusion === null ? null : job.startedAt,
    check_run_url: `${root}/check-runs/${job.id}`,
    labels: ['ubuntu-latest'],
    runner_id: 1,
    runner_name: 'GitHub Actions 1',
    runner_group_id: 1,
    runner_group_name: 'GitHub Actions',
  }
}
