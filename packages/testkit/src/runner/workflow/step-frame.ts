import { evaluateTemplate, STEP_CONTEXTS, type Status } from '../expressions.js'
import { type JobScope, jobContexts } from './job-scope.js'
import type { FinishedStep } from './results.js'

/** What steps leave for those after them. A composite action has a frame of its own, which shares the variables. */
export interface StepFrame {
  status: Extract<Status, 'success' | 'failure'>
  /** By id. */
  readonly steps: Map<string, FinishedStep>
  /** From `env:` of the workflow and the job, and what steps wrote into GITHUB_ENV. */
  readonly env: Map<string, string>
  /** From GITHUB_PATH, the newest last. */
  readonly paths: string[]
  /** How often each name without an id was given. */
  readonly names: Map<string, number>
  /** The inputs of the composite action; null outside of one. */
  readonly inputs: ReadonlyMap<string, string> | null
  /** Everything that expressions may read, beside what the runner itself knows. */
  contexts(): Readonly<Record<string, unknown>>
}

export function createStepFrame(scope: JobScope): StepFrame {
  const { needs, strategy, leg } = scope
  const contexts = jobContexts(scope, { needs, strategy, matrix: leg.matrix })
  const written = Object.entries({ ...scope.workflow.env, ...scope.job.env })
  const env = new Map(written.map(([name, text]) => [name, evaluateTemplate(text, contexts, STEP_CONTEXTS)]))
  return frameOf(scope, { env, paths: [], inputs: null })
}

/** The frame of a composite action's own steps. */
export function nestedFrame(scope: JobScope, outer: StepFrame, inputs: ReadonlyMap<string, string>): StepFrame {
  return frameOf(scope, { env: outer.env, paths: outer.paths, inputs })
}

function frameOf(scope: JobScope, shared: Pick<StepFrame, 'env' | 'paths' | 'inputs'>): StepFrame {
  const frame: StepFrame = {
    ...shared,
    status: 'success',
    steps: new Map(),
    names: new Map(),
    contexts: () => ({
      matrix: scope.leg.matrix,
      strategy: scope.strategy,
      needs: scope.needs,
      job: { status: frame.status },
      env: Object.fromEntries(frame.env),
      steps: Object.fromEntries([...frame.steps].map(([id, step]) => [id, stepContext(step)])),
      ...(shared.inputs === null ? {} : { inputs: Object.fromEntries(shared.inputs) }),
    }),
  }
  return frame
}

function stepContext({ outputs, outcome, conclusion }: FinishedStep): Readonly<Record<string, unknown>> {
  return { outputs: Object.fromEntries(outputs), outcome, conclusion }
}
