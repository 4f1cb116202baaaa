import { addWorkflowJob } from '../../fake-github/resources/workflow-runs.js'
import { evaluateCondition, type Status } from '../expressions.js'
import { jobContexts, type RunScope } from './job-scope.js'
import { expandMatrix, jobName, type Leg } from './matrix.js'
import type { Conclusion, FinishedJob, FinishedRun } from './results.js'
import { runJob } from './run-job.js'
import type { Job } from './workflow.js'

/** Contexts of a job's `if:`. */
const JOB_IF_CONTEXTS: readonly string[] = ['github', 'needs', 'vars', 'inputs']

/**
 * Runs the jobs of a workflow one after the other, each after those that it needs.
 * @throws Error when jobs need each other in a circle, or one that does not exist, and for what the simulator does not know
 */
export async function runWorkflow(run: RunScope): Promise<FinishedRun> {
  const finished = new Map<string, readonly FinishedJob[]>()
  const waiting = [...run.workflow.jobs]
  while (waiting.length > 0) {
    const next = waiting.findIndex(({ needs }) => needs.every((id) => finished.has(id)))
    const [job] = waiting.splice(next, next < 0 ? 0 : 1)
    if (job === undefined)
      throw new Error(`${run.workflow.path}: no job can begin of ${waiting.map(({ id }) => id).join(', ')}`)
    finished.set(job.id, await runLegs(run, job, finished))
  }
  const jobs = [...finished.values()].flat()
  const { id, attempt, workflow } = run
  return { workflow: workflow.name, id, attempt, conclusion: concludeAll(jobs), jobs }
}

type Finished = ReadonlyMap<string, readonly FinishedJob[]>

async function runLegs(run: RunScope, job: Job, finished: Finished): Promise<readonly FinishedJob[]> {
  const needs = needsOf(job, finished)
  const contexts = jobContexts(run, { needs })
  const status = statusOf(ancestors(job, run.workflow.jobs).flatMap((id) => finished.get(id) ?? []))
  if (!evaluateCondition({ text: job.if, status }, contexts, JOB_IF_CONTEXTS))
    return [notRun(run, { job, leg: { matrix: null, shown: [] }, conclusion: 'skipped' })]
  const legs = expandMatrix(job.strategy, contexts)
  const done: FinishedJob[] = []
  for (const [index, leg] of legs.entries()) {
    const hasFailed = done.some(({ conclusion }) => conclusion === 'failure')
    if (hasFailed && job.strategy.isFailFast) done.push(notRun(run, { job, leg, conclusion: 'cancelled' }))
    else done.push(await runJob({ ...run, job, leg, needs, strategy: strategyOf(job, legs, index) }))
  }
  return done
}

function strategyOf({ strategy }: Job, legs: readonly Leg[], index: number): Readonly<Record<string, unknown>> {
  const { length } = legs
  return { 'fail-fast': strategy.isFailFast, 'job-index': index, 'job-total': length, 'max-parallel': length }
}

interface NotRun {
  readonly job: Job
  readonly leg: Leg
  readonly conclusion: 'skipped' | 'cancelled'
}

/** GitHub lists such a job too. */
function notRun({ site, id: run }: RunScope, { job, leg, conclusion }: NotRun): FinishedJob {
  const name = jobName(job.id, job.name, leg)
  addWorkflowJob(site.github.state, site.repository, { run, name, conclusion })
  return { id: job.id, name, matrix: leg.matrix, conclusion, steps: [], outputs: {}, workspace: null, token: null }
}

/** Only the jobs that are named, though `success()` asks for all before them. */
function needsOf({ needs }: Job, finished: Finished): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    needs.map((id) => {
      const legs = finished.get(id) ?? []
      const outputs = Object.assign({}, ...legs.map((leg) => leg.outputs))
      return [id, { result: concludeAll(legs), outputs }]
    }),
  )
}

function ancestors({ needs }: Job, jobs: readonly Job[]): readonly string[] {
  const parents = jobs.filter(({ id }) => needs.includes(id))
  return [...new Set([...needs, ...parents.flatMap((parent) => ancestors(parent, jobs))])]
}

/** A job that was skipped is no success for those that need it. */
function statusOf(jobs: readonly FinishedJob[]): Status {
  const conclusion = concludeAll(jobs)
  const hasSkipped = jobs.some((job) => job.conclusion === 'skipped')
  return conclusion === 'success' && hasSkipped ? 'skipped' : conclusion
}

function concludeAll(jobs: readonly FinishedJob[]): Conclusion {
  const conclusions = new Set(jobs.map(({ conclusion }) => conclusion))
  if (conclusions.has('failure')) return 'failure'
  if (conclusions.has('cancelled')) return 'cancelled'
  return conclusions.has('success') || conclusions.size === 0 ? 'success' : 'skipped'
}
