import type { ActionInput, ActionMetadata } from './action-metadata.js'
import type { ActionRun } from './action-run.js'
import { type Contexts, evaluateTemplate, INPUT_DEFAULT_CONTEXTS, STEP_CONTEXTS } from './expressions.js'
import type { StepLog } from './step-log.js'

export interface InputsQuestion {
  readonly action: Pick<ActionMetadata, 'inputs'>
  readonly run: ActionRun
  readonly contexts: Contexts
}

/**
 * The inputs that the step gives and, for the others, their defaults. Names are compared without regard to case.
 * An input that the action does not declare still reaches it, with a warning; a required one that is missing does not
 * stop the runner.
 */
export function resolveInputs({ action, run, contexts }: InputsQuestion, log: StepLog): ReadonlyMap<string, string> {
  const inputs = new Map<string, string>()
  for (const [name, value] of Object.entries(run.with ?? {}))
    inputs.set(name.toLowerCase(), evaluateTemplate(value, contexts, STEP_CONTEXTS))
  warnAboutNames(action.inputs, [...inputs.keys()], log)
  for (const input of action.inputs) {
    const name = input.name.toLowerCase()
    if (input.default === null || inputs.has(name)) continue
    inputs.set(name, evaluateTemplate(input.default, contexts, INPUT_DEFAULT_CONTEXTS))
  }
  return inputs
}

function warnAboutNames(inputs: readonly ActionInput[], given: readonly string[], log: StepLog): void {
  const declared = new Map(inputs.map((input) => [input.name.toLowerCase(), input]))
  const unexpected = given.filter((name) => !declared.has(name))
  if (unexpected.length > 0) {
    const valid = inputs.map((input) => `'${input.name}'`).join(', ')
    log.report(
      'warning',
      `Unexpected input(s) ${unexpected.map((name) => `'${name}'`).join(', ')}, valid inputs are [${valid}]`,
    )
  }
  for (const name of given) {
    const message = declared.get(name)?.deprecationMessage
    if (message) log.report('warning', `Input '${name}' has been deprecated with message: ${message}`)
  }
}
