import type { Receipt } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Files } from '@testwarden/core/ports/files'
import type { GitHub } from '@testwarden/core/ports/github'
import type { Log } from '@testwarden/core/ports/log'

/** One way of changing the world. A failure is an answer, never an exception: the other changes are still due. */
export interface Effect<Change extends { readonly key: string }> {
  perform(change: Change, context: EffectContext): Promise<Receipt>
  /** What a dry run prints. */
  describe(change: Change): string
}

export interface EffectContext {
  readonly env: NodeJS.ProcessEnv
  readonly files: Files
  readonly github: GitHub | null
  readonly log: Log
  /** Of the changes performed so far, by key. */
  readonly receipts: ReadonlyMap<string, Receipt>
}

/** What an effect did. */
export interface Done {
  readonly id: number | string
  /** Sentences on what was left out. */
  readonly lacks?: readonly string[]
  /** See {@link Receipt}. */
  readonly isOthers?: true
}

/** Turns what an effect did, or what it threw, into a receipt. Anything but a {@link PlatformError} is our bug and passes. */
export async function receiptOf(key: string, act: () => Promise<Done | number | string | undefined>): Promise<Receipt> {
  try {
    const done = await act()
    if (done === undefined) return { key, status: 'done' }
    if (typeof done !== 'object') return { key, status: 'done', id: done }
    const { id, lacks = [], isOthers } = done
    return { key, status: 'done', id, ...(lacks.length === 0 ? {} : { lacks }), ...(isOthers ? { isOthers } : {}) }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    const message = [error.message, error.remedy ?? '']
      .filter((part) => part !== '')
      .map(asSentence)
      .join(' ')
    if (error.permission !== null) return { key, status: 'refused', message, permission: error.permission }
    return { key, status: 'failed', message, retryable: error.retryable }
  }
}

/** @throws PlatformError when there is no token */
export function requireGitHub({ github }: EffectContext): GitHub {
  if (github !== null) return github
  throw new PlatformError('there is no token to write to GitHub with', { remedy: 'pass `github-token`' })
}
