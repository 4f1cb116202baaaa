import { type Answer, type Call, NOT_FOUND, refuse } from '../call.js'
import { pageOf } from '../paging.js'
import type { Repository, WorkflowJob } from '../repository.js'
import { type GitHubState, timestamp } from '../state.js'
import type { WorkflowRun } from '../workflow-run.js'
import { pageUrl, presentRepository, repositoryUrl } from './repositories.js'
import { addWorkflow, findWorkflow } from './workflows.js'

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

const RERUN_WITHIN_MS = 30 * 24 * 60 * 60 * 1000

/** `actions/re-run-job-for-workflow-run`: the jobs of the next attempt have new ids, also those that are not run again. */
export function rerunJob({ state, repository, path }: Call): Answer {
  const job = repository.jobs.get(Number(path.job_id))
  const run = job === undefined ? undefined : repository.runs.get(job.run)
  if (job === undefined || run === undefined) return NOT_FOUND
  if (run.conclusion === null) return refuse(403, 'The workflow run containing this job is already running')
  if (state.now().getTime() - Date.parse(run.createdAt) > RERUN_WITHIN_MS)
    return refuse(403, 'Unable to retry this workflow run because it was created over a month ago')
  repository.runs.set(run.id, { ...run, attempt: run.attempt + 1, conclusion: null, startedAt: timestamp(state) })
  for (const each of [...repository.jobs.values()].filter((other) => other.run === run.id)) {
    repository.jobs.delete(each.id)
    const conclusion = each.id === job.id ? null : each.conclusion
    addWorkflowJob(state, repository, { run: run.id, name: each.name, conclusion })
  }
  return { status: 201, body: {} }
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
    headRepository: `${repository.owner}/${repository.name}`,
    attempt: 1,
    conclusion: 'success',
    startedAt: createdAt,
    ...options,
    createdAt,
  }
  repository.runs.set(run.id, run)
  if (!repository.workflows.has(run.file)) addWorkflow(state, repository, { file: run.file, name: run.name })
  return run
}

/** `actions/list-workflow-runs`: newest first. */
export function listRuns(call: Call): Answer {
  const { branch, event, status, head_sha: headSha } = call.query
  const workflow = findWorkflow(call)
  if (workflow === null) return NOT_FOUND
  const found = [...call.repository.runs.values()]
    .filter(({ file }) => file === workflow.file)
    .filter((run) => headSha === undefined || run.headSha === headSha)
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
    workflow_id: repository.workflows.get(run.file)?.id ?? 1,
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
    head_repository: { ...presentRepository(baseUrl, repository), full_name: run.headRepository },
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
    run_attempt: repository.runs.get(job.run)?.attempt ?? 1,
    head_sha: repository.runs.get(job.run)?.headSha ?? '0'.repeat(40),
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
