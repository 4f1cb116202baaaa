import { PlatformError } from '@testwarden/core/model/errors'
import { messageOf } from '../files/failure.js'
import { type Answer, type Judge, type Judged, retryAfterMs } from './answer.js'
import type { Outgoing } from './outgoing.js'
import type { Mask } from './secrets.js'
import type { Timing } from './timing.js'

export interface Delivery {
  /** The target's name, for messages. */
  readonly target: string
  readonly judge: Judge
  /** `shown-twice`: a lost answer is worth a word, as what is sent again stands there twice. */
  readonly twice: 'harmless' | 'shown-twice'
}

/** What all deliveries to one target share. */
export interface Line {
  readonly timing: Timing
  readonly mask: Mask
  /** Milliseconds that are left of {@link Timing.budgetMs}. */
  leftMs: number
}

const TRIES_MAX = 5
const WAIT_GROWTH = 3
/** Of an answer; what is longer is no answer to us. */
const ANSWER_BYTES_MAX = 64 * 1024

/**
 * Sends one request until the service took it, refused it, or the target's time is up.
 * @throws PlatformError without any secret in it
 */
export async function deliver(outgoing: Outgoing, delivery: Delivery, line: Line): Promise<Answer> {
  let wasLost = false
  for (let tries = 1; ; tries++) {
    if (line.leftMs <= 0) throw failure(delivery, { reason: 'its time in this run is used up', wasLost }, line)
    const startedMs = line.timing.nowMs()
    const tried = await send(outgoing, line)
    line.leftMs -= Math.max(0, line.timing.nowMs() - startedMs)
    const judged: Judged = 'reason' in tried ? { kind: 'later', reason: tried.reason } : delivery.judge(tried)
    if (judged.kind === 'done' && !('reason' in tried)) return tried
    if (judged.kind === 'refused') throw refusal(delivery, judged, line)
    wasLost ||= 'reason' in tried || tried.status >= 500
    const waitMs = waitBefore(tried, tries, line.timing)
    const reason = judged.kind === 'later' ? judged.reason : 'no answer'
    if (tries >= TRIES_MAX || waitMs > line.leftMs) throw failure(delivery, { reason, wasLost }, line)
    line.leftMs -= waitMs
    await line.timing.sleep(waitMs)
  }
}

interface Unanswered {
  readonly reason: string
}

async function send({ url, method, headers, body }: Outgoing, { timing, leftMs }: Line): Promise<Answer | Unanswered> {
  const timeoutMs = Math.max(1, Math.min(timing.timeoutMs, leftMs))
  const signal = AbortSignal.timeout(timeoutMs)
  try {
    // Another address would get the secret, and a POST becomes a GET on the way.
    const response = await fetch(url, {
      method,
      headers: { 'user-agent': 'testwarden', ...headers },
      body,
      signal,
      redirect: 'manual',
    })
    const text = await readStart(response)
    return { status: response.status, text, retryAfter: response.headers.get('retry-after') }
  } catch (error) {
    if (signal.aborted) return { reason: `no answer within ${timeoutMs} ms` }
    return { reason: `no answer (${messageOf(error instanceof Error ? (error.cause ?? error) : error)})` }
  }
}

async function readStart(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let bytes = 0
  for await (const chunk of response.body ?? []) {
    chunks.push(chunk)
    bytes += chunk.byteLength
    if (bytes >= ANSWER_BYTES_MAX) break
  }
  return Buffer.concat(chunks).subarray(0, ANSWER_BYTES_MAX).toString('utf8')
}

/** What the service asks for counts; a longer time than is left ends the tries, as asking earlier would not help. */
function waitBefore(tried: Answer | Unanswered, tries: number, { nowMs, random, firstWaitMs }: Timing): number {
  const askedMs = 'reason' in tried ? null : retryAfterMs(tried, nowMs())
  const ownMs = firstWaitMs * WAIT_GROWTH ** (tries - 1) * (0.5 + random() / 2)
  return Math.max(askedMs ?? 0, Math.ceil(ownMs))
}

function refusal(
  { target }: Delivery,
  { reason, remedy }: { readonly reason: string; readonly remedy: string },
  { mask }: Line,
): PlatformError {
  return new PlatformError(mask(`cannot tell ${target}: ${reason}`), { remedy })
}

function failure(
  { target, twice }: Delivery,
  { reason, wasLost }: { readonly reason: string; readonly wasLost: boolean },
  { mask }: Line,
): PlatformError {
  const doubt = wasLost && twice === 'shown-twice' ? '; it may have arrived, and then it will be there twice' : ''
  return new PlatformError(mask(`cannot tell ${target}: ${reason}`), {
    remedy: `the next run tells it again${doubt}`,
    retryable: true,
  })
}
