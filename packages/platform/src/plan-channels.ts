import { createHash } from 'node:crypto'
import type { RunContext } from '@testwarden/core/model/evidence'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { checkName } from '@testwarden/core/render/check-name'
import { runLink } from '@testwarden/core/render/links'
import type { Publication } from '@testwarden/core/render/publication'
import type { ChannelChoice } from './channel-input.js'
import { conclusionOf } from './conclusion.js'
import type { PublishCheck } from './effects/publish-check.js'
import type { UpsertComment } from './effects/upsert-comment.js'

/** What is wanted of a channel, or why nothing is. */
export type ChannelPlan<Change> =
  | { readonly kind: 'write'; readonly change: Change }
  /** Not for this run at all, such as a comment without a pull request. */
  | { readonly kind: 'none' }
  /** It would be of use here, but cannot be or should not be; the log says why. */
  | { readonly kind: 'withheld'; readonly why: string }

export interface ChannelFacts {
  readonly choice: ChannelChoice
  readonly run: RunContext
  readonly publication: Publication
  /** Its token may only read, so that asking would be in vain. */
  readonly isFork: boolean
  /** The user's own; empty for the action's id. */
  readonly commentKey: string
}

const FORK = 'this pull request comes from a fork, whose token may only read'

/** `auto`: written when the outcome is not pass, and otherwise only to update the comment that is there. */
export function planCommentChannel(facts: ChannelFacts): ChannelPlan<UpsertComment> {
  const { choice, run, publication, isFork } = facts
  const { pullRequest, headSha } = run
  if (choice === 'never' || pullRequest === null || headSha === null) return { kind: 'none' }
  if (choice === 'auto' && isFork) return { kind: 'withheld', why: `${FORK} (it would take \`pull-requests: write\`)` }
  if (choice === 'auto' && isUnnamedLeg(facts)) return { kind: 'withheld', why: LEG }
  const isWorthOne = publication.outcome !== 'pass' && publication.outcome !== 'skipped'
  const whenMissing = choice === 'always' || isWorthOne ? 'create' : 'nothing'
  const { comment: body } = publication
  return { kind: 'write', change: { kind: 'upsert-comment', key: 'comment', pullRequest, headSha, body, whenMissing } }
}

const LEG =
  'the legs of a matrix would overwrite one another. Give each a `comment-key`, or let them `collect` and one job comment'

function isUnnamedLeg({ run, commentKey }: ChannelFacts): boolean {
  return run.key.matrix !== '{}' && commentKey === ''
}

/** `auto`: made where the token may, which its first refusal tells. */
export function planCheckChannel({
  choice,
  run,
  publication,
  isFork,
  commentKey,
}: ChannelFacts): ChannelPlan<PublishCheck> {
  if (choice === 'never' || run.headSha === null || run.repository === null) return { kind: 'none' }
  if (choice === 'auto' && isFork) return { kind: 'withheld', why: `${FORK} (it would take \`checks: write\`)` }
  const change: PublishCheck = {
    kind: 'publish-check',
    key: 'check-run',
    headSha: run.headSha,
    name: checkName(run.key),
    externalId: externalIdOf(run, commentKey),
    detailsUrl: runLink(run),
    conclusion: conclusionOf(publication.outcome),
    check: publication.check,
  }
  return { kind: 'write', change }
}

/** The comment's key tells two steps of one composite action apart, which have one name for GitHub. */
function externalIdOf({ key }: RunContext, commentKey: string): string {
  return createHash('sha256')
    .update(canonicalJson({ ...key, commentKey }))
    .digest('hex')
}
