import { setTimeout as sleep } from 'node:timers/promises'
import { PlatformError } from '@testwarden/core/model/errors'
import {
  type FailedAnswer,
  isRateLimited,
  isTransient,
  readFailure,
  toPlatformError,
  type WantedPermission,
} from './errors.js'
import type { RetryBudget } from './retry-budget.js'

/**
 * - `read`, `replace`: may be asked again whatever happened; the same values twice are the same as once.
 * - `update`: the same values twice do no harm, but only a refusal is repeated, never an unknown end.
 * - `create`: never repeated here; a second time could make a second issue. See {@link createWhenMissing}.
 */
export type RequestKind = 'read' | 'replace' | 'update' | 'create'

export interface RequestDescription {
  readonly kind: RequestKind
  /** For messages, after "cannot". */
  readonly what: string
  /** The permission to name when it is refused, where that one would do. */
  readonly permission?: WantedPermission
}

const MAX_TRIES = 4
/** Most trouble is gone at once, and what is not wants to be left alone: 0.25 s, 1 s, 4 s. */
const BACK_OFF_MS = 250
const BACK_OFF_GROWTH = 4
const UNREACHABLE_WAIT_MS = 1000
/** What GitHub asks for where it gives no time. */
const UNTOLD_WAIT_MS = 60_000

/**
 * Asks GitHub, and again where that is safe and worth while.
 * @param budget what all requests of a run share
 * @throws PlatformError
 */
export async function requestWithRetry<Value>(
  description: RequestDescription,
  ask: () => Promise<Value>,
  budget: RetryBudget,
): Promise<Value> {
  for (let tries = 1; ; tries++) {
    budget.check(description.what)
    const startedMs = Date.now()
    try {
      const value = await ask()
      budget.noteAnswer()
      return value
    } catch (error) {
      if (error instanceof PlatformError) throw error
      const nowMs = Date.now()
      const failure = readFailure(error)
      if (isTransient(failure)) budget.spend(nowMs - startedMs)
      if (failure.isUnreachable) budget.noteUnreachable()
      else budget.noteAnswer()
      const waitMs = waitBeforeRetry(failure, { kind: description.kind, tries, nowMs })
      if (waitMs === null || tries >= MAX_TRIES || !budget.take(waitMs))
        throw toPlatformError(description.what, error, description.permission)
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
  if (kind === 'update' || !isTransient(failure)) return null
  return failure.isUnreachable ? UNREACHABLE_WAIT_MS : BACK_OFF_MS * BACK_OFF_GROWTH ** (tries - 1)
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
