import { delimiter } from 'node:path'
import type { StepResult, StepRun } from '../action-run.js'
import { contextsOf } from '../contexts.js'
import { type Contexts, evaluateCondition, evaluateTemplate, STEP_CONTEXTS } from '../expressions.js'
import { resolveInputs } from '../inputs.js'
import { StepLog } from '../step-log.js'
import { type CompositeAction, readCompositeAction } from './composite-action.js'
import { githubOf, type JobScope, stepRunOf } from './job-scope.js'
import { performStep } from './perform-step.js'
import type { FinishedStep } from './results.js'
import { nestedFrame, type StepFrame } from './step-frame.js'
import type { StepQuestion } from './step-question.js'
import type { Step } from './workflow.js'

/** Runs steps in order; once one has failed, only those whose `if:` asks for that. */
export async function runSteps(
  scope: JobScope,
  steps: readonly Step[],
  frame: StepFrame,
): Promise<readonly FinishedStep[]> {
  const finished: FinishedStep[] = []
  for (const step of steps) {
    const done = await runOne(scope, step, frame)
    finished.push(done)
    frame.steps.set(done.id, done)
    if (done.conclusion === 'failure') frame.status = 'failure'
    if (done.result !== null) keepVariables(done.result, frame)
  }
  return finished
}

async function runOne(scope: JobScope, step: Step, frame: StepFrame): Promise<FinishedStep> {
  const id = step.id ?? inventId(step, frame)
  const label = step.name ?? step.uses ?? step.run?.split('\n')[0] ?? id
  const run = stepRun(scope, step, { frame, id })
  const contexts = contextsOf(run, '')
  if (!evaluateCondition({ text: step.if, status: frame.status }, contexts, STEP_CONTEXTS))
    return { label, id, outcome: 'skipped', conclusion: 'skipped', result: null, outputs: new Map(), steps: [] }
  const performed = await perform({ scope, step, run }, frame)
  const conclusion = performed.outcome === 'failure' && step.continuesOnError ? 'success' : performed.outcome
  return { label, id, conclusion, ...performed }
}

type PerformedStep = Pick<FinishedStep, 'outcome' | 'result' | 'outputs' | 'steps'>

async function perform(question: StepQuestion, frame: StepFrame): Promise<PerformedStep> {
  const { step, scope } = question
  const folder = step.uses === null ? null : scope.site.findAction(step.uses)
  const composite = folder === null ? null : readCompositeAction(folder)
  if (composite !== null) return performComposite(composite, question, frame)
  const result = await performStep(question, folder)
  return { outcome: result.outcome, result, outputs: result.outputs, steps: [] }
}

/**
 * Runs the steps of a composite action one by one. They see its inputs by `inputs` and not as `INPUT_*`, and each other
 * by `steps`; what they put into GITHUB_ENV stays for the job.
 */
async function performComposite(
  action: CompositeAction,
  { scope, step, run }: StepQuestion,
  outer: StepFrame,
): Promise<PerformedStep> {
  const log = new StepLog(run.workspace)
  const given = { ...run, actionFolder: action.folder, with: step.with }
  const inputs = resolveInputs({ action, run: given, contexts: contextsOf(run, '') }, log)
  const frame = nestedFrame(scope, outer, inputs)
  const steps = await runSteps(scope, action.steps, frame)
  const outputs = evaluateAll(action.outputs, contextsOf({ ...run, contexts: frame.contexts() }, ''))
  return { outcome: frame.status, result: null, outputs: new Map(Object.entries(outputs)), steps }
}

/** The step's own `env:` may read what came before it. */
function stepRun(
  scope: JobScope,
  step: Step,
  { frame, id }: { readonly frame: StepFrame; readonly id: string },
): StepRun {
  const github = { ...githubOf(scope), job: scope.job.id, action: id }
  const base: StepRun = { ...stepRunOf(scope), github, contexts: frame.contexts() }
  const own = evaluateAll(step.env, contextsOf(base, ''))
  const env = { ...Object.fromEntries(frame.env), ...own }
  return { ...base, env: { ...env, ...machineVariables(scope, frame) }, contexts: { ...base.contexts, env } }
}

function evaluateAll(texts: Readonly<Record<string, string>>, contexts: Contexts): Readonly<Record<string, string>> {
  const values = Object.entries(texts).map(([name, text]) => [name, evaluateTemplate(text, contexts, STEP_CONTEXTS)])
  return Object.fromEntries(values)
}

function machineVariables({ machine }: JobScope, { paths }: StepFrame): Readonly<Record<string, string>> {
  const PATH = [...paths].reverse().concat(machine.PATH ?? process.env.PATH ?? '')
  return { ...machine, PATH: PATH.join(delimiter) }
}

/**
 * What GitHub calls a step without an id: `__run`, or the action's repository without special characters; the second of
 * one name has its number behind it.
 * @see https://docs.github.com/actions/reference/workflows-and-actions/contexts#github-context
 */
function inventId({ uses }: Step, { names }: StepFrame): string {
  const name = uses === null ? '__run' : `__${uses.replace(/@.*$/, '').replaceAll(/[^\w]/g, '')}`
  const count = (names.get(name) ?? 0) + 1
  names.set(name, count)
  return count === 1 ? name : `${name}_${count}`
}

function keepVariables(result: StepResult, frame: StepFrame): void {
  for (const [name, value] of result.env) frame.env.set(name, value)
  frame.paths.push(...result.paths)
}
