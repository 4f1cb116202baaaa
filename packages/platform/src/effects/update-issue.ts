import type { ReceiptReference, UpdateIssue } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import { type Effect, type EffectContext, receiptOf, requireGitHub } from './effect.js'

export const updateIssueEffect: Effect<UpdateIssue> = {
  perform: ({ key, issue, kind: _kind, ...update }, context) =>
    receiptOf(key, async () => {
      const number = issueNumber(issue, context)
      await requireGitHub(context).updateIssue(number, update)
      return number
    }),
  describe({ issue, body, state }) {
    const name = typeof issue === 'number' ? `issue #${issue}` : 'the issue opened above'
    const parts = [
      ...(body === undefined ? [] : ['its text']),
      ...(state === undefined ? [] : [`its state to ${state}`]),
    ]
    return `update ${name}: ${parts.join(' and ') || 'nothing'}`
  },
}

/** @throws PlatformError when the change that was to open the issue did not */
function issueNumber(issue: number | ReceiptReference, { receipts }: EffectContext): number {
  if (typeof issue === 'number') return issue
  const receipt = receipts.get(issue.ref)
  if (receipt?.status === 'done' && typeof receipt.id === 'number') return receipt.id
  throw new PlatformError(`the issue of ${issue.ref} was not opened`, {
    remedy: 'see why above; the next run repairs it',
    retryable: true,
  })
}
