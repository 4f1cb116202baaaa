import { createActionHost } from './action-host.js'
import { attempt } from './attempt.js'
import { deliverBug } from './deliver-bug.js'
import { deliverStep } from './deliver-step.js'
import type { ParseDiff } from './git/diff.js'
import { type AnyAction, type JudgedGate, judgeGates, unaskable } from './judge-gates.js'
import { createActionLog } from './log.js'
import { type OpenedStep, openStep, type StepOpening } from './open-step.js'

/** Runs one action in a job, from its inputs to its exit code: read, judge, show, write. */
export async function runAction(definition: AnyAction, parseDiff: ParseDiff): Promise<void> {
  const { env } = process
  const log = createActionLog((text) => process.stdout.write(text), env.RUNNER_DEBUG === '1' ? 'debug' : 'normal')
  const opening: StepOpening = { definition, parseDiff, host: createActionHost(env), log }
  // What nobody awaits would end the process with 1, which means that a gate failed.
  process.once('uncaughtException', (error) => void deliverBug(opening, error).then((code) => process.exit(code)))
  process.exitCode = await runStep(opening)
}

/**
 * The one place where errors become messages. A step always says something and always writes its verdict file.
 * @returns the exit code; never throws
 */
export async function runStep(opening: StepOpening): Promise<number> {
  try {
    return await judgeAndDeliver(opening)
  } catch (error) {
    return deliverBug(opening, error)
  }
}

async function judgeAndDeliver(opening: StepOpening): Promise<number> {
  const step = await openStep(opening)
  try {
    return await deliverStep(step, await judgeStep(opening.definition, step))
  } finally {
    await step.git.dispose()
  }
}

/** A step that cannot start is one gate that could not be asked. */
async function judgeStep(definition: AnyAction, { problems, sources, run, ports }: OpenedStep): Promise<JudgedGate[]> {
  if (problems.length > 0) return [unaskable(definition, problems)]
  const judged = await attempt(() =>
    judgeGates({ definitions: [definition], sources, run, ports, withoutInput: 'is-an-error' }),
  )
  return judged.ok ? judged.value : [unaskable(definition, [judged.problem])]
}
