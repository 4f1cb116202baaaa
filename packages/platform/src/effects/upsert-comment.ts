import { PlatformError } from '@testwarden/core/model/errors'
import type { CommentList, GitHub, IssueComment } from '@testwarden/core/ports/github'
import { planComment } from '@testwarden/core/render/plan-comment'
import { isStickyComment, readStickyComment } from '@testwarden/core/render/sticky-comment'
import { type Effect, type EffectContext, receiptOf, requireGitHub } from './effect.js'

/** Writes the one comment of a pull request and key: makes it, edits it, or leaves it. */
export interface UpsertComment {
  readonly kind: 'upsert-comment'
  readonly key: string
  readonly pullRequest: number
  /** What the comment speaks of. A new one is not made for a commit that is no longer the head. */
  readonly headSha: string
  /** Markdown; the first line is the marker. */
  readonly body: string
  readonly whenMissing: 'create' | 'nothing'
}

/** The receipt's id is the comment's; none where there was nothing to write. */
export const upsertCommentEffect: Effect<UpsertComment> = {
  perform: (change, context) => receiptOf(change.key, () => upsert(change, context)),
  describe: ({ pullRequest, whenMissing }) =>
    `${whenMissing === 'create' ? 'write' : 'update'} the comment on pull request #${pullRequest}`,
}

async function upsert(change: UpsertComment, context: EffectContext): Promise<number | undefined> {
  const github = requireGitHub(context)
  const list = await github.listComments(change.pullRequest)
  const plan = planComment(await ownComments(list, { change, github }), change)
  switch (plan.kind) {
    case 'nothing':
      return undefined
    case 'create':
      return create(change, { list, github, context })
    case 'leave-to-newer':
      context.log.info(`The comment is left as it is: run ${plan.run}, which is newer than this one, wrote it.`)
      return plan.id
    case 'keep':
    case 'update':
      if (plan.kind === 'update') await github.updateComment(plan.id, change.body)
      for (const double of plan.doubles) await github.deleteComment(double)
      return plan.id
  }
}

/**
 * Marker and author: anybody can write a marker. Who we are is asked only where there is one, so that the first comment
 * costs no request for it.
 */
async function ownComments(
  { comments }: CommentList,
  { change, github }: { readonly change: UpsertComment; readonly github: GitHub },
): Promise<readonly IssueComment[]> {
  const key = readStickyComment(change.body)?.key ?? ''
  const marked = comments.filter(({ body }) => isStickyComment(body, key))
  if (marked.length === 0) return []
  const login = await github.login()
  return marked.filter(({ author }) => author === login)
}

interface Creating {
  readonly list: CommentList
  readonly github: GitHub
  readonly context: EffectContext
}

async function create(change: UpsertComment, creating: Creating): Promise<number | undefined> {
  const { list, github, context } = creating
  const { pullRequest: issue, headSha, body } = change
  if (!list.isWhole) throw tooMany(list)
  if (await hasMovedOn(change, creating)) {
    context.log.info(`No comment: the pull request has moved on from ${headSha.slice(0, 7)}.`)
    return undefined
  }
  // What is there by then, from a first try or from another job, is treated as if it had been there before.
  const find = async () => (await upsert({ ...change, whenMissing: 'nothing' }, context)) ?? null
  return github.createComment({ issue, on: 'pull-request', body, find })
}

/** A courtesy: where it cannot be found out, the comment is made, and tells its commit anyway. */
async function hasMovedOn({ pullRequest, headSha }: UpsertComment, { github, context }: Creating): Promise<boolean> {
  try {
    return (await github.pullRequestHead(pullRequest)) !== headSha
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    context.log.debug(error.message)
    return false
  }
}

function tooMany({ comments }: CommentList): PlatformError {
  return new PlatformError(`cannot comment: ours is not among the first ${comments.length} comments`, {
    remedy: 'read the job summary instead',
  })
}
