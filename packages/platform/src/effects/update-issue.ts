import type { IssueRemark, ReceiptReference, UpdateIssue } from '@testwarden/core/model/change'
import { PlatformError } from '@testwarden/core/model/errors'
import type { GitHub } from '@testwarden/core/ports/github'
import { isStickyComment, stickyMarker } from '@testwarden/core/render/sticky-comment'
import { type Effect, type EffectContext, receiptOf, requireGitHub } from './effect.js'

/**
 * The comment comes first and is said once: whatever breaks off behind it, a later run finds the comment there and goes
 * on with the rest.
 */
export const updateIssueEffect: Effect<UpdateIssue> = {
  perform: ({ key, issue, comment, kind: _kind, ...update }, context) =>
    receiptOf(key, async () => {
      const number = issueNumber(issue, context)
      const github = requireGitHub(context)
      if (comment !== undefined) await sayOnce(number, comment, github)
      if (Object.keys(update).length > 0) await github.updateIssue(number, update)
      return number
    }),
  describe({ issue, body, state, comment }) {
    const name = typeof issue === 'number' ? `issue #${issue}` : 'the issue opened above'
    const parts = [
      ...(body === undefined ? [] : ['its text']),
      ...(state === undefined ? [] : [`its state to ${state}`]),
      ...(comment === undefined ? [] : ['a comment on it']),
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

async function sayOnce(issue: number, { key, body }: IssueRemark, github: GitHub): Promise<void> {
  const find = () => findRemark(issue, key, github)
  if ((await find()) !== null) return
  await github.createComment({ issue, on: 'issue', body: `${stickyMarker(key, null)}\n${body}`, find })
}

/** By its marker and its author, as anybody can write a marker. */
async function findRemark(issue: number, key: string, github: GitHub): Promise<number | null> {
  const { comments } = await github.listComments(issue)
  const marked = comments.filter(({ body }) => isStickyComment(body, key))
  if (marked.length === 0) return null
  const login = await github.login()
  return marked.find(({ author }) => author === login)?.id ?? null
}
