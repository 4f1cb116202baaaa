import { callThroughBash, callWithoutShell } from '@testwarden/core/command/command-call'
import type { CommandReport, RunCommand } from '@testwarden/core/model/request'
import type { Selection } from '../selectors/selector.js'
import type { RerunSettings } from './config.js'
import { type FailedTest, type RerunOutcome, type RerunQuestion, readRerun, roundId } from './read-rerun.js'
import { parseRerunCommand, type RerunCommand } from './rerun-command.js'

/** More failed tests are no flakes: something broke for all of them. */
export const MAX_FAILED = 50
const MAX_ROUNDS = 10
/** In less time hardly a runner starts. */
const LEAST_MS = 1_000
/** Windows allows 32,767 characters for all arguments. */
const MAX_CHARACTERS = 24_000

export interface RerunTask extends RerunQuestion {
  readonly settings: RerunSettings
}

/** What is to be run next, and what a reader must know of reruns so far. */
export interface RerunPlan {
  /** null: nothing more. */
  readonly request: RunCommand | null
  readonly outcome: RerunOutcome
  /** Those of the outcome, and why there was no rerun or why it ended. */
  readonly notes: readonly string[]
}

/**
 * Plans one round after the other: the failed tests that are still open, all in one command, until each has passed or
 * failed often enough, or until rounds or time are used up. Pure: what ran is in the observations.
 */
export function planRerun(task: RerunTask): RerunPlan {
  const outcome = readRerun(task)
  const step = nextStep(task, outcome)
  if (typeof step === 'string') return { request: null, outcome, notes: [...outcome.notes, step] }
  return { request: step.request, outcome, notes: [...outcome.notes, ...step.notes] }
}

interface Step {
  readonly request: RunCommand | null
  readonly notes: readonly string[]
}

const NOTHING: Step = { request: null, notes: [] }

/** A text says why it ends here. */
function nextStep(task: RerunTask, { rounds, open, isBroken, durationMs }: RerunOutcome): Step | string {
  const { failed, settings } = task
  const written = settings['rerun-command'].value
  if (written === null || open.length === 0) return NOTHING
  if (failed.length > MAX_FAILED)
    return `${failed.length} tests failed, more than ${MAX_FAILED}: nothing was run again, as so many are no flakes.`
  if (isBroken) return NOTHING
  if (rounds >= MAX_ROUNDS) return `Reruns ended after ${MAX_ROUNDS} rounds: ${left(open)}.`
  const remainingMs = (settings['rerun-budget'].value ?? Number.POSITIVE_INFINITY) - durationMs
  if (remainingMs < LEAST_MS) return `Reruns ended with their time (\`rerun-budget\`): ${left(open)}.`
  const parsed = parseRerunCommand(written)
  if (!parsed.ok) return `Nothing was run again: \`rerun-command\` is expected to be ${parsed.expected}.`
  return roundOf(task, { command: parsed.command, open, number: rounds + 1, remainingMs })
}

function left(open: readonly FailedTest[]): string {
  return open.length === 1 ? '1 test is not settled' : `${open.length} tests are not settled`
}

interface RoundPlan {
  readonly command: RerunCommand
  readonly open: readonly FailedTest[]
  readonly number: number
  readonly remainingMs: number
}

/** A timer of Node counts to no more, which is 24 days. */
const MAX_TIMEOUT_MS = 2 ** 31 - 1

function roundOf({ leg, settings }: RerunTask, { command, open, number, remainingMs }: RoundPlan): Step | string {
  const report = reportOf(command, settings)
  if (report === null)
    return 'Nothing was run again: `rerun-command` would report nowhere. Let it report into `{report}`, or set `rerun-report`.'
  const { selection, leftOut } = fittingSelection(command, open)
  if (selection.args.length === 0) return ['Nothing was run again.', ...selection.inexact].join(' ')
  const call =
    settings['rerun-shell'].value === 'bash'
      ? callThroughBash(command, selection.args)
      : callWithoutShell(command, selection.args)
  const request: RunCommand = {
    kind: 'run-command',
    id: roundId({ runner: command.selector.id, number, leg }),
    ...call,
    timeoutMs: Math.min(remainingMs, MAX_TIMEOUT_MS),
    report,
  }
  return { request, notes: leftOut === 0 ? [] : [`${leftOut} tests do not fit on the command line of the rerun.`] }
}

function reportOf({ report }: RerunCommand, settings: RerunSettings): CommandReport | null {
  const written = settings['rerun-report'].value
  if (written === null) return report
  return { written, outputAs: report?.outputAs ?? null }
}

/** As many tests from the front as one command line holds. */
function fittingSelection(
  { selector }: RerunCommand,
  open: readonly FailedTest[],
): { readonly selection: Selection; readonly leftOut: number } {
  for (let count = open.length; ; count--) {
    const selection = selector.select(open.slice(0, count).map(({ test }) => test))
    if (selection.text.length <= MAX_CHARACTERS) return { selection, leftOut: open.length - count }
  }
}
