import type { StepResult } from '../action-run.js'
import { runAction } from '../run-action.js'
import { officialAction } from './official-actions.js'
import { runShell } from './run-shell.js'
import type { StepQuestion } from './step-question.js'

/**
 * Runs a step of one process: a script, an official action that is simulated by its name, or a JavaScript action.
 * @param actionFolder of what `uses:` names; null: nobody knows it, or the step uses nothing
 * @throws Error for an action that nobody knows
 */
export async function performStep(question: StepQuestion, actionFolder: string | null): Promise<StepResult> {
  const { scope, step, run } = question
  if (step.uses === null) return runShell(step, run)
  const official = officialAction(step.uses)
  if (official !== null) return official(question)
  if (actionFolder === null) throw new Error(`${scope.workflow.path}: nobody knows the action ${step.uses}`)
  const node = scope.site.nodePath === undefined ? {} : { nodePath: scope.site.nodePath }
  return runAction({ ...run, ...node, actionFolder, with: step.with })
}
