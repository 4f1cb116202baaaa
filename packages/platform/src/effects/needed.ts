import type { Receipt } from '@testwarden/core/model/change'

/** What became of a change that another one needs. */
export type Needed = 'met' | 'failed' | 'others'

/** @param needs key of the earlier change; undefined: none is needed */
export function neededBy(needs: string | undefined, receipts: ReadonlyMap<string, Receipt>): Needed {
  if (needs === undefined) return 'met'
  const receipt = receipts.get(needs)
  if (receipt?.status !== 'done') return 'failed'
  return receipt.isOthers === true ? 'others' : 'met'
}

export function withoutNeeded(key: string, message: string): Receipt {
  return { key, status: 'failed', message, retryable: true, isConsequence: true }
}

/** Of what the other run does too. */
export function leftToOthers(key: string): Receipt {
  return { key, status: 'done', isOthers: true }
}
