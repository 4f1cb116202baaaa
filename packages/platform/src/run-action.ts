import type { Log } from '@testwarden/core/ports/log'
import { createActionHost } from './action-host.js'
import { attempt } from './attempt.js'
import { EXIT } from './conclusion.js'
import { deliverStep } from './deliver-step.js'
import type { ParseDiff } from './git/diff.js'
import { type AnyAction, type JudgedGate, judgeGates, unaskable } from './judge-gates.js'
import { createActionLog } from './log.js'
import { type OpenedStep, openStep } from './open-step.js'

/**
 * Runs one action in a job, from its inputs to its exit code: read, judge, show, write. The one place where errors
 * become messages. A step always says something and always writes its verdict file.
 */
export async function runAction(definition: AnyAction, parseDiff: ParseDiff): Promise<void> {
  const { env } = process
  const log = createActionLog((text) => process.stdout.write(text), env.RUNNER_DEBUG === '1' ? 'debug' : 'normal')
  try {
    process.exitCode = await runStep(definition, { parseDiff, log })
  } catch (error) {
    log.error(bugMessage(error))
    process.exitCode = EXIT.bug
  }
}

async function runStep(
  definition: AnyAction,
  { parseDiff, log }: { readonly parseDiff: ParseDiff; readonly log: Log },
): Promise<number> {
  const step = await openStep({ definition, parseDiff, host: createActionHost(process.env), log })
  try {
    return await deliverStep(step, await judgeStep(definition, step))
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

function bugMessage(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a fault of Testwarden, not yours. Please report it with what follows.\n${detail}`
}
