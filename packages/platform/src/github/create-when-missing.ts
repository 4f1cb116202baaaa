import { setTimeout as sleep } from 'node:timers/promises'
import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHubClient } from './connection.js'
import { readFailure } from './errors.js'
import { type RequestDescription, waitBeforeRetry } from './retry.js'

export interface Creation {
  readonly description: Omit<RequestDescription, 'kind'>
  /** @returns the id of what was made */
  send(): Promise<number>
  /** Looks whether the thing is there by now: an answer can be lost on its way. @returns its id, or null */
  find(): Promise<number | null>
}

/**
 * Creates a thing, and a second time only after looking that the first try, or somebody else, has not made it.
 * @throws PlatformError
 */
export async function createWhenMissing(
  { ask, budget }: Pick<GitHubClient, 'ask' | 'budget'>,
  { description, send, find }: Creation,
): Promise<number> {
  const create = () => ask({ ...description, kind: 'create' }, send)
  try {
    return await create()
  } catch (error) {
    if (!(error instanceof PlatformError) || !(await mayLookAgain(error, budget))) throw error
    return (await find()) ?? (await create())
  }
}

async function mayLookAgain({ cause }: PlatformError, budget: GitHubClient['budget']): Promise<boolean> {
  if (cause === undefined) return false
  const waitMs = waitBeforeRetry(readFailure(cause), { kind: 'read', tries: 1, nowMs: Date.now() })
  if (waitMs === null || !budget.take(waitMs)) return false
  await sleep(waitMs)
  return true
}
