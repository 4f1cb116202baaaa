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

const FIRST_WAIT_MS = 150
/** Twenty writers with a push of a second each must find their turn without asking all the time. */
const LONGEST_WAIT_MS = 10_000

/** `again`: somebody else was first; whatever was tried has to be tried on the new state. */
export type TryResult<Value> = { readonly value: Value } | 'again'

/**
 * Tries until there is a value or the patience is at its end. Between tries it waits: twice as long each time, and by
 * chance shorter, so that writers who met once do not meet again. A failure that may pass is tried again as well.
 * @throws PlatformError
 */
export async function keepTrying<Value>(
  patience: Patience,
  { what, attempt }: { readonly what: string; readonly attempt: (tries: number) => Promise<TryResult<Value>> },
): Promise<Value> {
  const startedMs = patience.nowMs()
  for (let tries = 1; ; tries++) {
    const result = await attempt(tries).catch(asRetryable)
    if (result !== 'again' && 'value' in result) return result.value
    const waitMs = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** (tries - 1)) * (0.5 + patience.random() / 2)
    if (patience.nowMs() - startedMs + waitMs > patience.totalMs)
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
