import { readActionMetadata } from './action-metadata.js'
import type { ActionRun, StepResult } from './action-run.js'
import { resolveInputs } from './inputs.js'
import { runStep } from './run-step.js'

/**
 * Runs a JavaScript action the way actions/runner does: defaults with their contexts, `INPUT_*`, and all that
 * {@link runStep} gives a process.
 *
 * Problem matchers, `pre` and `post` are not simulated.
 * @throws Error when the action cannot be started at all: no `action.yml`, no script, a malformed expression
 */
export async function runAction(run: ActionRun): Promise<StepResult> {
  const action = readActionMetadata(run.actionFolder)
  return runStep(run, ({ contexts, log }) => ({
    program: run.nodePath ?? process.execPath,
    args: [action.main],
    inputs: resolveInputs({ action, run, contexts }, log),
  }))
}
