import type { Notify, Receipt } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import { asSentence } from '@testwarden/core/model/sentence'
import type { Notifier } from '@testwarden/core/ports/notifier'
import { utf8Length } from '@testwarden/core/render/utf8'
import { messageOf } from '../files/failure.js'
import type { Effect } from './effect.js'
import { leftToOthers, neededBy, withoutNeeded } from './needed.js'

export interface NotifyTarget extends Notify {
  readonly notifier: Notifier
}

/**
 * The receipt's id is the thread. Refused is what a person must mend, such as a secret that a fork does not have; failed
 * is what the next run tells again. Nothing is thrown, our own mistakes neither: an incident's page must not end because
 * a chat could not be told.
 */
export const notifyEffect: Effect<NotifyTarget> = {
  async perform({ key, target, notice, needs, knowsKey, notifier }, { receipts }): Promise<Receipt> {
    const needed = neededBy(needs, receipts)
    if (needed === 'others') return leftToOthers(key)
    if (needed === 'failed' && knowsKey !== true) return unremembered(key, target.name)
    try {
      const { thread } = await notifier.send(target, notice)
      return thread === null ? { key, status: 'done' } : { key, status: 'done', id: thread }
    } catch (error) {
      if (!(error instanceof PlatformError)) return brokenReceipt(key, target.name, error)
      const message = [error.message, error.remedy ?? '']
        .filter((part) => part !== '')
        .map(asSentence)
        .join(' ')
      if (error.retryable) return { key, status: 'failed', message, retryable: true }
      return { key, status: 'refused', message, permission: null }
    }
  },
  describe: ({ target, notice, needs }) => {
    const what = `${notice.event} ${JSON.stringify(notice.title)}, ${utf8Length(JSON.stringify(notice))} bytes`
    return `tell ${target.name} (${target.kind}): ${what}${needs === undefined ? '' : ', unless another run is quicker'}`
  },
}

function unremembered(key: string, target: string): Receipt {
  const message = `${target} is not told: the issue that would remember it could not be written. The next run tells it.`
  return withoutNeeded(key, message)
}

function brokenReceipt(key: string, target: string, error: unknown): Receipt {
  const message = `Cannot tell ${target}: this is a fault of Testwarden, not yours: ${messageOf(error)}`
  return { key, status: 'failed', message: asSentence(message), retryable: false }
}
