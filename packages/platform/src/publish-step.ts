import { effectiveConfig } from '@testwarden/core/action/effective-config'
import type { Receipt } from '@testwarden/core/model/change'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Delivery } from '@testwarden/core/render/delivery'
import type { Publication } from '@testwarden/core/render/publication'
import { attempt } from './attempt.js'
import { type ChannelInput, readChannelInput } from './channel-input.js'
import type { Effect, EffectContext } from './effects/effect.js'
import { publishCheckEffect } from './effects/publish-check.js'
import { upsertCommentEffect } from './effects/upsert-comment.js'
import type { JudgedGate } from './judge-gates.js'
import type { OpenedStep } from './open-step.js'
import { type ChannelFacts, type ChannelPlan, planCheckChannel, planCommentChannel } from './plan-channels.js'
import { readEventFacts } from './run-context/event-facts.js'
import { isDryRun, wantsAnnotations } from './switches.js'

export interface PublishedStep extends Delivery {
  readonly receipts: readonly Receipt[]
}

/**
 * Check run and comment: what needs GitHub's API. Nothing here can change the verdict: what could not be published is
 * told in the log and the summary, and the next run repairs it.
 */
export async function publishStep(
  step: OpenedStep,
  { publication, gates }: { readonly publication: Publication; readonly gates: readonly JudgedGate[] },
): Promise<PublishedStep> {
  if (isCollecting(step, gates)) return NOTHING
  const common = await commonFacts(step, publication)
  const check = await publishChannel(step, {
    name: 'check run',
    input: readChannelInput(step.host, 'check-run'),
    plan: (choice) => planCheckChannel({ ...common, choice }),
    effect: publishCheckEffect,
  })
  const comment = await publishChannel(step, {
    name: 'comment',
    input: readChannelInput(step.host, 'comment'),
    plan: (choice) => planCommentChannel({ ...common, choice }),
    effect: upsertCommentEffect,
  })
  return {
    receipts: [...check.receipts, ...comment.receipts],
    annotatedBy: check.receipts.some(({ status }) => status === 'done') ? 'check-run' : 'step',
    unpublished: [...check.unpublished, ...comment.unpublished],
  }
}

const NOTHING: PublishedStep = { receipts: [], annotatedBy: 'step', unpublished: [] }

/** A leg that only collects has no verdict to show: the job that joins the legs speaks for all. */
function isCollecting({ sources }: OpenedStep, gates: readonly JudgedGate[]): boolean {
  return gates.every(({ definition }) => {
    const resolved = effectiveConfig(definition, sources)
    return resolved.ok && resolved.config.gate.shared.mode.value === 'collect'
  })
}

async function commonFacts(step: OpenedStep, publication: Publication): Promise<Omit<ChannelFacts, 'choice'>> {
  const { host, run } = step
  // A payload that cannot be read has been told already.
  const payload = await attempt(() => host.eventPayload())
  const { isFork } = readEventFacts(payload.ok ? payload.value : null)
  const check = wantsAnnotations(host) ? publication.check : { ...publication.check, annotationBatches: [] }
  return { run, publication: { ...publication, check }, isFork, commentKey: host.input('comment-key') }
}

interface Channel<Change extends { readonly key: string }> {
  readonly name: string
  readonly input: ChannelInput
  plan(choice: ChannelInput['choice']): ChannelPlan<Change>
  readonly effect: Effect<Change>
}

type PublishedChannel = Pick<PublishedStep, 'receipts' | 'unpublished'>

async function publishChannel<Change extends { readonly key: string }>(
  step: OpenedStep,
  { name, input, plan, effect }: Channel<Change>,
): Promise<PublishedChannel> {
  const { log } = step
  const warnings = input.warning === null ? [] : [input.warning]
  for (const warning of warnings) log.warning(warning)
  const planned = plan(input.choice)
  if (planned.kind === 'withheld') log.info(`No ${name}: ${planned.why}.`)
  if (planned.kind !== 'write' || (step.ports.github === null && input.choice === 'auto'))
    return { receipts: [], unpublished: warnings }
  const receipt = await performOne(step, effect, planned.change)
  const message = tell(step, { name, input, receipt })
  return { receipts: [receipt], unpublished: [...warnings, ...(message === null ? [] : [message])] }
}

async function performOne<Change extends { readonly key: string }>(
  { host, ports, log }: OpenedStep,
  effect: Effect<Change>,
  change: Change,
): Promise<Receipt> {
  if (isDryRun(host)) return { key: change.key, status: 'planned', description: effect.describe(change) }
  const context: EffectContext = { env: host.env, ...ports, receipts: new Map() }
  try {
    return await effect.perform(change, context)
  } catch (error) {
    // An answer that nobody foresaw is a fault of ours, but none that may cost anybody the verdict.
    log.error(`This is a fault of Testwarden, not yours. Please report it.\n${stackOf(error)}`)
    return { key: change.key, status: 'failed', message: "cannot make sense of GitHub's answer", retryable: true }
  }
}

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

interface Told {
  readonly name: string
  readonly input: ChannelInput
  readonly receipt: Receipt
}

/**
 * One line in the log. Whoever did not ask for a channel is not bothered with a permission that it would take.
 * @returns what the summary says of it; null for nothing
 */
function tell({ log }: OpenedStep, { name, input, receipt }: Told): string | null {
  if (receipt.status === 'done') return null
  if (receipt.status === 'planned') {
    log.warning(`Dry run, not done: ${receipt.description}.`)
    return null
  }
  const message = asSentence(`The ${name}: ${receipt.message}`)
  if (receipt.status === 'refused' && input.choice === 'auto') {
    log.info(asSentence(`No ${name}: ${receipt.message}`))
    return null
  }
  log.warning(`Not published. ${message}`)
  return message
}
