import { setTimeout as sleep } from 'node:timers/promises'
import { PlatformError } from '@testwarden/core/model/errors'

/** Waiting, and its clock; tests bring their own. */
export interface Patience {
  /** In all, from the first try on. */
  readonly totalMs: number
  nowMs(): number
  sleep(ms: number): Promise<unknown>
  /** From 0 to below 1. */
  random(): number
}

export const JOB_PATIENCE: Patience = {
  totalMs: 120_000,
  nowMs: () => performance.now(),
  sleep: (ms) => sleep(ms),
  random: () => Math.random(),
}

const SHORTEST_SPREAD_MS = 150
/** Twenty writers with a push of a second each must find their turn without asking all the time. */
const LONGEST_SPREAD_MS = 10_000

/** `again`: somebody else was first; whatever was tried has to be tried on the new state. */
export type TryResult<Value> = { readonly value: Value } | 'again'

/**
 * Tries until there is a value or the patience is at its end. A failure that may pass is tried again as well. Between
 * tries it waits anything up to the length of a try, then of two, four and so on: every lost race tells that there are
 * more writers, and those who met must come apart by more than a try takes, however slow the machine or the server is.
 * @throws PlatformError
 */
export async function keepTrying<Value>(
  patience: Patience,
  { what, attempt }: { readonly what: string; readonly attempt: (tries: number) => Promise<TryResult<Value>> },
): Promise<Value> {
  const startedMs = patience.nowMs()
  for (let tries = 1; ; tries++) {
    const triedMs = patience.nowMs()
    const result = await attempt(tries).catch(asRetryable)
    if (result !== 'again' && 'value' in result) return result.value
    const nowMs = patience.nowMs()
    const spreadMs = Math.max(SHORTEST_SPREAD_MS, nowMs - triedMs) * 2 ** (tries - 1)
    const waitMs = Math.min(LONGEST_SPREAD_MS, spreadMs) * patience.random()
    if (nowMs - startedMs + waitMs > patience.totalMs)
      throw result === 'again' ? tooBusy(what, { tries, totalMs: patience.totalMs }) : result.failure
    await patience.sleep(waitMs)
  }
}

/** Passes on what waiting cannot mend. */
function asRetryable(failure: unknown): { readonly failure: PlatformError } {
  if (failure instanceof PlatformError && failure.retryable) return { failure }
  throw failure
}

function tooBusy(
  what: string,
  { tries, totalMs }: { readonly tries: number; readonly totalMs: number },
): PlatformError {
  return new PlatformError(
    `cannot ${what}: other jobs were faster ${tries} times within ${Math.round(totalMs / 1000)} s`,
    {
      remedy:
        'let one job per run write the history (the `publish` action), or put the writing jobs into one `concurrency` group',
      retryable: true,
    },
  )
}
