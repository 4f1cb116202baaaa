import { setTimeout as sleep } from 'node:timers/promises'
import { type FailedAnswer, isRateLimited, isTransient, readFailure, toPlatformError } from './errors.js'

/**
 * - `read`: may be asked again whatever happened.
 * - `update`: the same values twice do no harm, but only a refusal is repeated, never an unknown end.
 * - `create`: asked once; a second time could make a second issue.
 */
export type RequestKind = 'read' | 'update' | 'create'

export interface RequestDescription {
  readonly kind: RequestKind
  /** For messages, after "cannot". */
  readonly what: string
}

/** Nobody waits longer than this in a job; GitHub may ask for an hour. */
const MAX_WAIT_MS = 120_000
const MAX_TRIES = 4
const BACK_OFF_MS = 1000
/** What GitHub asks for where it gives no time. */
const UNTOLD_WAIT_MS = 60_000

/** Asks GitHub, and again where that is safe and worth while. @throws PlatformError */
export async function requestWithRetry<Value>(
  description: RequestDescription,
  ask: () => Promise<Value>,
): Promise<Value> {
  let waitedMs = 0
  for (let tries = 1; ; tries++) {
    try {
      return await ask()
    } catch (error) {
      const waitMs = waitBeforeRetry(readFailure(error), { kind: description.kind, tries, nowMs: Date.now() })
      if (waitMs === null || tries >= MAX_TRIES || waitedMs + waitMs > MAX_WAIT_MS)
        throw toPlatformError(description.what, error)
      waitedMs += waitMs
      await sleep(waitMs)
    }
  }
}

export interface Attempt {
  readonly kind: RequestKind
  /** 1 for the first. */
  readonly tries: number
  readonly nowMs: number
}

/** Milliseconds to wait, or null when it must not or need not be asked again (docs.github.com, "Best practices"). */
export function waitBeforeRetry(failure: FailedAnswer, { kind, tries, nowMs }: Attempt): number | null {
  if (kind === 'create') return null
  if (isRateLimited(failure)) return rateLimitWaitMs(failure, nowMs)
  return kind === 'read' && isTransient(failure) ? BACK_OFF_MS * 2 ** (tries - 1) : null
}

function rateLimitWaitMs({ headers }: FailedAnswer, nowMs: number): number {
  const retryAfterSeconds = seconds(headers['retry-after'])
  if (retryAfterSeconds !== null) return retryAfterSeconds * 1000
  const resetSeconds = seconds(headers['x-ratelimit-reset'])
  if (headers['x-ratelimit-remaining'] === '0' && resetSeconds !== null) return Math.max(0, resetSeconds * 1000 - nowMs)
  return UNTOLD_WAIT_MS
}

function seconds(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,12}$/.test(text) ? Number(text) : null
}
