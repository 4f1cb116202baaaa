import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { addWorkflowJob } from '../../fake-github/resources/workflow-runs.js'
import { contextsOf } from '../contexts.js'
import { evaluateTemplate, STEP_CONTEXTS } from '../expressions.js'
import { githubOf, type JobScope, jobContexts, stepRunOf } from './job-scope.js'
import { grantOf } from './job-token.js'
import { jobName } from './matrix.js'
import type { FinishedJob } from './results.js'
import { runSteps } from './run-steps.js'
import { createStepFrame } from './step-frame.js'

export type JobQuestion = Omit<JobScope, 'workspace' | 'temporaryFolder' | 'token' | 'machine'>

/** Contexts of a job's `name:`. */
const NAME_CONTEXTS: readonly string[] = ['github', 'needs', 'strategy', 'matrix', 'vars', 'inputs']

/**
 * Runs a job on a fresh machine: an empty workspace, a token of its own with what `permissions:` grants, and GitHub
 * listing it while it runs.
 */
export async function runJob(question: JobQuestion): Promise<FinishedJob> {
  const { site, job, leg, id: run } = question
  const contexts = jobContexts(question, { needs: question.needs, strategy: question.strategy, matrix: leg.matrix })
  const ownName = job.name === null ? null : evaluateTemplate(job.name, contexts, NAME_CONTEXTS)
  const name = jobName(job.id, ownName, leg)
  const listed = addWorkflowJob(site.github.state, site.repository, { run, name, conclusion: null })
  const scope = openMachine(question, `ghs_job${listed.id}${'0'.repeat(20)}`)
  site.github.tokens.set(scope.token, grantOf(question.workflow, job, question.event))
  const frame = createStepFrame(scope)
  const steps = await runSteps(scope, job.steps, frame)
  // The token of a job ends with it.
  site.github.tokens.delete(scope.token)
  const conclusion = frame.status === 'failure' ? 'failure' : 'success'
  site.repository.jobs.set(listed.id, { ...listed, conclusion })
  const atEnd = contextsOf({ ...stepRunOf(scope), github: githubOf(scope), contexts: frame.contexts() }, '')
  const outputs = Object.entries(job.outputs).map(([key, text]) => [key, evaluateTemplate(text, atEnd, STEP_CONTEXTS)])
  const { workspace, token } = scope
  return {
    ...{ id: job.id, name, matrix: leg.matrix, conclusion, steps, workspace, token },
    outputs: Object.fromEntries(outputs),
  }
}

function openMachine(question: JobQuestion, token: string): JobScope {
  const { site, job, leg } = question
  const home = site.folder(job.id)
  const workspace = join(home, 'work')
  const temporaryFolder = join(home, 'temp')
  for (const folder of [workspace, temporaryFolder]) mkdirSync(folder)
  const machine = site.machineOf({ job: job.id, matrix: leg.matrix })
  return { ...question, workspace, temporaryFolder, token, machine }
}
