import type { Change, Receipt } from '@testwarden/core/model/change'
import { countWord } from '@testwarden/core/render/inline'
import { type Publication, type PublicationInput, publish, publishSummary } from '@testwarden/core/render/publication'
import type { Redact } from '@testwarden/core/render/redact'
import { redactTexts } from '@testwarden/core/render/redact-texts'
import { composeStepPage, type StepInput } from '@testwarden/core/render/step-page'
import { renderTerminalPage } from '@testwarden/core/render/terminal'
import { attempt } from './attempt.js'
import { EXIT } from './conclusion.js'
import { annotateEffect } from './effects/annotate.js'
import type { EffectContext } from './effects/effect.js'
import { setOutputsEffect } from './effects/set-outputs.js'
import { writeSummaryEffect } from './effects/write-summary.js'
import type { JudgedGate } from './judge-gates.js'
import type { OpenedStep } from './open-step.js'
import { performChanges } from './perform.js'
import { type PublishedStep, publishStep } from './publish-step.js'
import { redactorOf } from './redaction.js'
import { openStepFolder } from './step-files.js'
import { stepInputOf } from './step-input.js'
import { type PerformedGate, verdictFileOf } from './step-result.js'
import { isDryRun, wantsAnnotations } from './switches.js'
import { untoldTargets } from './untold-targets.js'

const LOG_COLUMNS = 120

/**
 * Writes everything that a judged step leaves: changes, log, summary, check run, comment, files, annotations, outputs.
 * What cannot be written is a line in the log; it never changes the verdict. The summary is written before GitHub's API
 * is asked for anything, so that it is there whatever becomes of that, and again where that came to something else.
 * @returns the exit code
 */
export async function deliverStep(step: OpenedStep, judged: readonly JudgedGate[]): Promise<number> {
  const gates = await performGates(step, judged)
  const untold = gates.flatMap((gate) => gate.untold)
  const exitCode = Math.max(untold.length > 0 ? EXIT.gateFailed : EXIT.ok, ...gates.map((gate) => gate.exitCode))
  const commentKey = step.host.input('comment-key')
  const common = await stepInputOf({ run: step.run, gates, sources: step.sources, git: step.git })
  const input: PublicationInput = commentKey === '' ? common : { ...common, commentKey }
  logStep(step, input, gates)
  if (untold.length > 0) step.log.error(untoldMessage(untold))
  const publication = publish(input)
  await show(step, (context) => writeSummaryEffect.perform({ ...SUMMARY, markdown: publication.summary }, context))
  const channels = await publishStep(step, { publication, gates })
  const published = { ...channels, unpublished: [...undoneChanges(step, gates), ...channels.unpublished] }
  await correctSummary(step, { input, publication, published })
  const paths = await writeStepFiles(step, { gates, published, exitCode, headDiff: input.headDiff })
  await showRest(step, { publication, published, outputs: new Map([...outputsOf(publication, gates), ...paths]) })
  return exitCode
}

interface DeliveredGate extends PerformedGate {
  /** See {@link untoldTargets}. */
  readonly untold: readonly string[]
}

async function performGates(step: OpenedStep, judged: readonly JudgedGate[]): Promise<DeliveredGate[]> {
  const how = isDryRun(step.host) ? 'dry-run' : 'for-real'
  const redact = await redactorOf(step.sources)
  const performed: DeliveredGate[] = []
  for (const gate of judged) {
    const { ports, host } = step
    const run = gate.evidence?.run ?? step.run
    const changes = redactChanges(gate.decision.changes, redact)
    const receipts = await performChanges(changes, { run, ports, env: host.env, how })
    performed.push({ ...gate, receipts, untold: untoldTargets(changes, receipts) })
  }
  return performed
}

/** Records and issues leave the job; a file stays in the workspace, as the gate wrote it. */
function redactChanges(changes: readonly Change[], redact: Redact): readonly Change[] {
  return changes.map((change) => {
    if (change.kind === 'write-file') return change
    const redacted = redactTexts(change, redact)
    const { kind } = redacted
    // It names a change by its key, which is a text like any other there.
    return (kind !== 'notify' && kind !== 'update-issue') || redacted.needs === undefined
      ? redacted
      : { ...redacted, needs: redact(redacted.needs) }
  })
}

/** The page as text, so that the log alone tells the verdict; then what was not done. */
function logStep({ log }: OpenedStep, input: StepInput, gates: readonly PerformedGate[]): void {
  log.info(renderTerminalPage(composeStepPage(input), { columns: LOG_COLUMNS, style: 'plain' }))
  const receipts = gates.flatMap((gate) => gate.receipts)
  for (const receipt of receipts.filter((each) => !isConsequence(each))) {
    const message = undoneMessage(receipt)
    if (message !== null) log.warning(message)
  }
  const left = receipts.filter(isConsequence).length
  if (left > 0) log.warning(`Nor was done what needs it: ${countWord(left, 'change')}. The next run does all of it.`)
}

function isConsequence(receipt: Receipt): boolean {
  return receipt.status === 'failed' && receipt.isConsequence === true
}

function untoldMessage(targets: readonly string[]): string {
  const verb = targets.length === 1 ? 'was' : 'were'
  return `${targets.join(', ')} ${verb} not told, see above; the settings want this step to end with exit code 1 then.`
}

function undoneMessage(receipt: Receipt): string | null {
  switch (receipt.status) {
    case 'done':
      return receipt.lacks === undefined ? null : receipt.lacks.join(' ')
    case 'planned':
      return `Dry run, not done: ${receipt.description}.`
    case 'failed':
      return `${subjectOf(receipt)}${receipt.message}`
    case 'refused':
      return `${subjectOf(receipt)}${receipt.message}${lackOf(receipt.permission)}`
  }
}

function lackOf(permission: string | null): string {
  return permission === null ? '' : ` The token lacks \`${permission}\`.`
}

/** What a step below git or GitHub's API says of itself does not tell what it was for. */
function subjectOf(receipt: Receipt): string {
  return isOfHistory(receipt) ? 'The history: ' : ''
}

function isOfHistory({ key }: Receipt): boolean {
  return key.startsWith('append-history:') || key.startsWith('append-records:')
}

/** For the page, which would else say only what was to be done. */
function undoneChanges({ ports }: OpenedStep, gates: readonly PerformedGate[]): readonly string[] {
  const receipts = gates.flatMap((gate) => gate.receipts)
  const lost = receipts.filter(({ status }) => status === 'failed' || status === 'refused')
  // Whoever keeps no history loses none.
  const told = lost.filter((receipt) => !isConsequence(receipt) && (ports.history !== null || !isOfHistory(receipt)))
  return told.map(undoneMessage).filter((message) => message !== null)
}

interface StepToWrite {
  readonly gates: readonly PerformedGate[]
  readonly published: PublishedStep
  readonly exitCode: number
  readonly headDiff: StepInput['headDiff']
}

/** @returns the outputs that name the files: only those that were written, never what another step left there */
async function writeStepFiles(
  step: OpenedStep,
  { gates, published, exitCode, headDiff }: StepToWrite,
): Promise<Map<string, string>> {
  const { temporaryFolder, env } = step.host
  const redact = await redactorOf(step.sources)
  const place = { temporaryFolder, step: env.GITHUB_ACTION ?? '', redact }
  const folder = await orWarn(step, () => openStepFolder(place))
  const outputs = new Map<string, string>()
  if (folder === undefined) return outputs
  const { receipts } = published
  const apiCalls = countCalls(step)
  const verdict = verdictFileOf({ run: step.run, gates, problems: [], exitCode, receipts, apiCalls, redact })
  const verdictPath = await orWarn(step, () => folder.writeVerdict(verdict))
  if (verdictPath !== undefined) outputs.set('verdict-path', verdictPath)
  const evidencePaths: string[] = []
  for (const gate of gates) {
    const path = await orWarn(step, () =>
      folder.writeEvidence({ ...gate, evidence: withHeadDiff(gate.evidence, headDiff) }),
    )
    if (path !== undefined && path !== null) evidencePaths.push(path)
  }
  // One for each gate of the step: an upload takes several lines as several files.
  if (evidencePaths.length > 0) outputs.set('evidence-path', evidencePaths.join('\n'))
  return outputs
}

/** Whoever shows the findings elsewhere has neither tree. */
function withHeadDiff(evidence: JudgedGate['evidence'], headDiff: StepInput['headDiff']): JudgedGate['evidence'] {
  return evidence === null || headDiff === null || headDiff === 'unknown' ? evidence : { ...evidence, headDiff }
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

/** Every request of the run, for whoever wonders where a limit went. */
function countCalls({ ports, log }: OpenedStep): Readonly<Record<string, number>> {
  const calls = ports.github?.calls() ?? {}
  for (const [operation, count] of Object.entries(calls)) log.debug(`GitHub API: ${count} x ${operation}`)
  return calls
}

const SUMMARY = { kind: 'write-summary', key: 'summary' } as const

interface Shown {
  readonly input: PublicationInput
  readonly publication: Publication
  readonly published: PublishedStep
}

async function correctSummary(step: OpenedStep, { input, publication, published }: Shown): Promise<void> {
  if (published.annotatedBy === 'step' && published.unpublished.length === 0) return
  const markdown = publishSummary(input, published)
  if (markdown === publication.summary) return
  const change = { ...SUMMARY, markdown, replaces: publication.summary }
  await show(step, (context) => writeSummaryEffect.perform(change, context))
}

/**
 * Annotations and outputs. Places that the check run shows are not shown a second time: GitHub would put both beside the
 * same line. What has no place stays with the step, because a check run cannot hold it.
 */
async function showRest(
  step: OpenedStep,
  { publication, published, outputs }: Omit<Shown, 'input'> & { readonly outputs: ReadonlyMap<string, string> },
): Promise<void> {
  const own = published.annotatedBy === 'check-run' ? publication.unplacedAnnotations : publication.annotations
  const annotations = wantsAnnotations(step.host) ? own : []
  await show(step, (context) => annotateEffect.perform({ kind: 'annotate', key: 'annotate', annotations }, context))
  await show(step, (context) => setOutputsEffect.perform({ kind: 'set-outputs', key: 'outputs', outputs }, context))
}

/** What the runner takes from a step. */
async function show(
  { host, log, ports }: OpenedStep,
  perform: (context: EffectContext) => Promise<Receipt>,
): Promise<void> {
  const receipt = await perform({ env: host.env, ...ports, receipts: new Map() })
  if (receipt.status === 'failed') log.warning(receipt.message)
}
