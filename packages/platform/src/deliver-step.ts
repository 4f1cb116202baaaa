import type { Change, Receipt } from '@testwarden/core/model/change'
import { type Publication, publish } from '@testwarden/core/render/publication'
import type { Redact } from '@testwarden/core/render/redact'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import { composeStepPage, type StepInput } from '@testwarden/core/render/step-page'
import { renderTerminalPage } from '@testwarden/core/render/terminal'
import { attempt } from './attempt.js'
import { annotateEffect } from './effects/annotate.js'
import type { EffectContext } from './effects/effect.js'
import { setOutputsEffect } from './effects/set-outputs.js'
import { writeSummaryEffect } from './effects/write-summary.js'
import type { JudgedGate } from './judge-gates.js'
import type { OpenedStep } from './open-step.js'
import { performChanges } from './perform.js'
import { redactorOf } from './redaction.js'
import { openStepFolder } from './step-files.js'
import { stepInputOf } from './step-input.js'
import { type PerformedGate, verdictFileOf } from './step-result.js'

const LOG_COLUMNS = 120

/**
 * Writes everything that a judged step leaves: changes, log, summary, annotations, files, outputs. What cannot be
 * written is a warning in the log; it never changes the verdict.
 * @returns the exit code
 */
export async function deliverStep(step: OpenedStep, judged: readonly JudgedGate[]): Promise<number> {
  const gates = await performGates(step, judged)
  const exitCode = Math.max(0, ...gates.map((gate) => gate.exitCode))
  const input = await stepInputOf({ run: step.run, gates, sources: step.sources, git: step.git })
  logStep(step, input, gates)
  const publication = publish(input)
  const paths = await writeStepFiles(step, gates, exitCode)
  await show(step, { publication, outputs: new Map([...outputsOf(publication, gates), ...paths]) })
  return exitCode
}

async function performGates(step: OpenedStep, judged: readonly JudgedGate[]): Promise<PerformedGate[]> {
  const how = step.host.input('dry-run') === 'true' ? 'dry-run' : 'for-real'
  const redact = await redactorOf(step.sources)
  const performed: PerformedGate[] = []
  for (const gate of judged) {
    const { ports, host } = step
    const run = gate.evidence?.run ?? step.run
    const receipts = await performChanges(redactChanges(gate.decision.changes, redact), {
      run,
      ports,
      env: host.env,
      how,
    })
    performed.push({ ...gate, receipts })
  }
  return performed
}

/** Records, issues and notes leave the job; a file stays in the workspace, as the gate wrote it. */
function redactChanges(changes: readonly Change[], redact: Redact): readonly Change[] {
  return changes.map((change) => (change.kind === 'write-file' ? change : redactTexts(change, redact)))
}

/** The page as text, so that the log alone tells the verdict; then what was not done. */
function logStep({ log }: OpenedStep, input: StepInput, gates: readonly PerformedGate[]): void {
  log.info(renderTerminalPage(composeStepPage(input), { columns: LOG_COLUMNS, style: 'plain' }))
  for (const receipt of gates.flatMap(({ receipts }) => receipts)) {
    const message = undoneMessage(receipt)
    if (message !== null) log.warning(message)
  }
}

function undoneMessage(receipt: Receipt): string | null {
  switch (receipt.status) {
    case 'done':
      return null
    case 'planned':
      return `Dry run, not done: ${receipt.description}.`
    case 'failed':
      return receipt.message
    case 'refused':
      return `${receipt.message} The token lacks \`${receipt.permission ?? 'a permission'}\`.`
  }
}

/** @returns the outputs that name the files: only those that were written, never what another step left there */
async function writeStepFiles(
  step: OpenedStep,
  gates: readonly PerformedGate[],
  exitCode: number,
): Promise<Map<string, string>> {
  const { temporaryFolder, env } = step.host
  const redact = await redactorOf(step.sources)
  const place = { temporaryFolder, step: env.GITHUB_ACTION ?? '', redact }
  const folder = await orWarn(step, () => openStepFolder(place))
  const outputs = new Map<string, string>()
  if (folder === undefined) return outputs
  const verdict = verdictFileOf({ run: step.run, gates, problems: [], exitCode, redact })
  const verdictPath = await orWarn(step, () => folder.writeVerdict(verdict))
  if (verdictPath !== undefined) outputs.set('verdict-path', verdictPath)
  for (const gate of gates) {
    const path = await orWarn(step, () => folder.writeEvidence(gate))
    if (path !== undefined && path !== null) outputs.set('evidence-path', path)
  }
  return outputs
}

async function orWarn<Value>({ log }: OpenedStep, act: () => Promise<Value>): Promise<Value | undefined> {
  const tried = await attempt(act)
  if (tried.ok) return tried.value
  log.warning(`${tried.problem.message} ${tried.problem.remedy ?? ''}`)
  return undefined
}

function outputsOf({ outputs }: Publication, gates: readonly PerformedGate[]): ReadonlyMap<string, string> {
  return new Map([...Object.entries(outputs), ...gates.flatMap((gate) => [...gate.outputs])])
}

/** Summary, annotations and outputs: what the runner takes from a step. */
async function show(
  step: OpenedStep,
  { publication, outputs }: { readonly publication: Publication; readonly outputs: ReadonlyMap<string, string> },
): Promise<void> {
  const { host, log, ports } = step
  const context: EffectContext = { env: host.env, ...ports, receipts: new Map() }
  const annotations = host.input('annotations') === 'false' ? [] : publication.annotations
  const receipts = [
    await annotateEffect.perform({ kind: 'annotate', key: 'annotate', annotations }, context),
    await writeSummaryEffect.perform({ kind: 'write-summary', key: 'summary', markdown: publication.summary }, context),
    await setOutputsEffect.perform({ kind: 'set-outputs', key: 'outputs', outputs }, context),
  ]
  for (const receipt of receipts) if (receipt.status === 'failed') log.warning(receipt.message)
}
