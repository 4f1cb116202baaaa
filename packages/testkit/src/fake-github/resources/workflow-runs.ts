import { type Answer, type Call, NOT_FOUND } from '../call.js'
import { pageOf } from '../paging.js'
import { type GitHubState, type Repository, timestamp, type WorkflowJob } from '../state.js'
import type { WorkflowRun } from '../workflow-run.js'
import { pageUrl, presentRepository, repositoryUrl } from './repositories.js'

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

export interface WorkflowRunOptions extends Partial<WorkflowRun> {
  readonly headSha: string
}

export function addWorkflowRun(state: GitHubState, repository: Repository, options: WorkflowRunOptions): WorkflowRun {
  const createdAt = options.createdAt ?? timestamp(state)
  const run: WorkflowRun = {
    id: state.nextId(),
    file: 'ci.yml',
    name: 'CI',
    event: 'push',
    branch: repository.defaultBranch,
    attempt: 1,
    conclusion: 'success',
    startedAt: createdAt,
    ...options,
    createdAt,
  }
  repository.runs.set(run.id, run)
  return run
}

/** `actions/list-workflow-runs`: newest first, of a workflow by the name of its file. */
export function listRuns(call: Call): Answer {
  const { branch, event, status } = call.query
  const ofWorkflow = [...call.repository.runs.values()].filter(({ file }) => file === call.path.workflow_id)
  if (ofWorkflow.length === 0) return NOT_FOUND
  const found = ofWorkflow
    .filter((run) => branch === undefined || run.branch === branch)
    .filter((run) => event === undefined || run.event === event)
    .filter((run) => status === undefined || run.conclusion === status || statusOf(run.conclusion) === status)
    .sort((left, right) => Date.parse(right.createdAt) - Date.parse(left.createdAt))
  return pageOf(call, found, (shown) => ({
    total_count: found.length,
    workflow_runs: shown.map((run) => presentRun(call, run)),
  }))
}

function presentRun({ baseUrl, repository }: Call, run: WorkflowRun): Readonly<Record<string, unknown>> {
  const url = `${repositoryUrl(baseUrl, repository)}/actions/runs/${run.id}`
  const links = ['jobs', 'logs', 'check_suite', 'artifacts', 'cancel', 'rerun', 'workflow']
  return {
    ...Object.fromEntries(links.map((link) => [`${link}_url`, `${url}/${link}`])),
    id: run.id,
    node_id: `R_${run.id}`,
    name: run.name,
    display_title: run.name,
    path: `.github/workflows/${run.file}`,
    workflow_id: 1,
    run_number: run.id,
    run_attempt: run.attempt,
    event: run.event,
    status: statusOf(run.conclusion),
    conclusion: run.conclusion,
    head_branch: run.branch,
    head_sha: run.headSha,
    head_commit: null,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.startedAt,
    run_started_at: run.startedAt,
    url,
    html_url: `${pageUrl(repository)}/actions/runs/${run.id}`,
    repository: presentRepository(baseUrl, repository),
    head_repository: presentRepository(baseUrl, repository),
  }
}

function statusOf(conclusion: string | null): 'completed' | 'in_progress' {
  return conclusion === null ? 'in_progress' : 'completed'
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
    status: statusOf(job.conclusion),
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
