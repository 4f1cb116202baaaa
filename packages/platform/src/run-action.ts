import { createActionHost } from './action-host.js'
import { attempt } from './attempt.js'
import { deliverBug } from './deliver-bug.js'
import { deliverStep } from './deliver-step.js'
import type { ParseDiff } from './git/diff.js'
import { type AnyAction, type JudgedGate, judgeGates, noInputs, unaskable } from './judge-gates.js'
import { createActionLog } from './log.js'
import { type OpenedStep, openStep, type StepOpening } from './open-step.js'
import { chosenGates, type Suite, soleGate } from './suite.js'

/** Runs one gate in a job. */
export function runAction(definition: AnyAction, parseDiff: ParseDiff): Promise<void> {
  return runSuite(soleGate(definition), parseDiff)
}

/** Runs one step of a job, from its inputs to its exit code: read, judge, show, write. */
export async function runSuite(suite: Suite, parseDiff: ParseDiff): Promise<void> {
  const { env } = process
  const log = createActionLog((text) => process.stdout.write(text), env.RUNNER_DEBUG === '1' ? 'debug' : 'normal')
  const opening: StepOpening = { suite, parseDiff, host: createActionHost(env), log }
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
    return await deliverStep(step, await judgeStep(opening.suite, step))
  } finally {
    await step.git.dispose()
  }
}

/** A step that cannot start is one gate that could not be asked. */
async function judgeStep(suite: Suite, { host, problems, sources, run, ports }: OpenedStep): Promise<JudgedGate[]> {
  const [first] = suite.definitions
  if (first === undefined) throw new TypeError(`the suite ${suite.id} has no gate`)
  if (problems.length > 0) return [unaskable(first, problems)]
  const judged = await attempt(async () => {
    const { withoutInput } = suite
    const definitions = chosenGates(suite, host)
    return { definitions, gates: await judgeGates({ definitions, sources, run, ports, withoutInput }) }
  })
  if (!judged.ok) return [unaskable(first, [judged.problem])]
  const { definitions, gates } = judged.value
  return gates.length > 0 ? gates : [unaskable(definitions[0] ?? first, noInputs(definitions))]
}
