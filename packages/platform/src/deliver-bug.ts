import { type Problem, toBugProblem } from '@testwarden/core/model/errors'
import { escapeMarkdown } from '@testwarden/core/render/escape'
import { createRedactor } from '@testwarden/core/render/redact'
import { EXIT } from './conclusion.js'
import type { EffectContext } from './effects/effect.js'
import { setOutputsEffect } from './effects/set-outputs.js'
import { writeSummaryEffect } from './effects/write-summary.js'
import { messageOf } from './files/failure.js'
import { createWorkspaceFiles } from './files.js'
import { unaskable } from './judge-gates.js'
import type { StepOpening } from './open-step.js'
import { openStepFolder } from './step-files.js'
import { verdictFileOf } from './step-result.js'

/** Reading the user's own patterns may be what failed. */
const REDACT = createRedactor([])

/**
 * What a step leaves when Testwarden itself failed: the stack in the log, a verdict file that says so, and a word in the
 * summary and the outputs. Uses as little of the rest as it can, because any of that may be what failed.
 * @returns the exit code
 */
export async function deliverBug(opening: StepOpening, error: unknown): Promise<number> {
  opening.log.error(bugMessage(error))
  const told = toBugProblem(error)
  const problem = { ...told, message: REDACT(told.message) }
  const verdictPath = await orLog(opening, () => writeBugVerdict(opening, problem))
  await orLog(opening, () => showBug(opening, problem, verdictPath))
  return EXIT.bug
}

async function writeBugVerdict({ suite, host }: StepOpening, problem: Problem): Promise<string> {
  const gates = suite.definitions.slice(0, 1).map((first) => ({ ...unaskable(first, [problem]), receipts: [] }))
  const folder = await openStepFolder({
    temporaryFolder: host.temporaryFolder,
    step: host.env.GITHUB_ACTION ?? '',
    redact: REDACT,
  })
  return folder.writeVerdict(verdictFileOf({ run: null, gates, problems: [], exitCode: EXIT.bug, redact: REDACT }))
}

async function showBug({ host, log }: StepOpening, problem: Problem, verdictPath: string | undefined): Promise<void> {
  const files = createWorkspaceFiles({ root: host.workspace, reach: 'workspace' })
  const context: EffectContext = { env: host.env, files, github: null, log, receipts: new Map() }
  const markdown = `## ❔ Testwarden failed\n\n${escapeMarkdown(`${problem.message} ${problem.remedy ?? ''}`)}\n`
  const outputs = new Map([
    ['outcome', 'inconclusive'],
    ['headline', problem.message],
    ...(verdictPath === undefined ? [] : [['verdict-path', verdictPath] as const]),
  ])
  const receipts = [
    await writeSummaryEffect.perform({ kind: 'write-summary', key: 'summary', markdown }, context),
    await setOutputsEffect.perform({ kind: 'set-outputs', key: 'outputs', outputs }, context),
  ]
  for (const receipt of receipts) if (receipt.status === 'failed') log.warning(receipt.message)
}

/** A second failure is told too, and never hides the first. */
async function orLog<Value>({ log }: StepOpening, act: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await act()
  } catch (error) {
    log.warning(messageOf(error))
    return undefined
  }
}

function bugMessage(error: unknown): string {
  const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return `This is a fault of Testwarden, not yours. Please report it with what follows.\n${detail}`
}
