import type { PlannedBase } from '@testwarden/core/baseline/comparison'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Base } from '@testwarden/core/model/evidence'
import type { Git } from '@testwarden/core/ports/git'
import type { GitHub } from '@testwarden/core/ports/github'

type MergeBasePlan = Extract<PlannedBase, { kind: 'merge-base' }>

/** By git where it knows both commits and the way between them, else as GitHub computes it. */
export async function resolveMergeBase(
  { of: [base, head], branch }: MergeBasePlan,
  { git, github }: { readonly git: Git; readonly github: GitHub | null },
): Promise<Base> {
  const local = await mergeBaseByGit(git, { base, head, branch })
  if (local !== null) return { kind: 'commit', sha: local, origin: 'merge-base' }
  if (github === null) return noMergeBase('it is not in this clone, and there is no token to ask GitHub with')
  try {
    return { kind: 'commit', sha: await github.mergeBase(branch, head), origin: 'merge-base' }
  } catch (error) {
    if (error instanceof PlatformError) return noMergeBase(error.message, error.permission)
    throw error
  }
}

interface Sides {
  readonly base: string
  readonly head: string
  readonly branch: string
}

/**
 * The event's base is frozen, and the branch's tip may be stale in a workspace that is kept between jobs: of both merge
 * bases the later one is right, because each is an ancestor of the head.
 */
async function mergeBaseByGit(git: Git, { base, head, branch }: Sides): Promise<string | null> {
  const tip = await git.resolve(`refs/remotes/origin/${branch}`)
  const atEvent = await git.mergeBase(base, head)
  const atTip = tip === null || tip === base ? atEvent : await git.mergeBase(tip, head)
  if (atEvent === null || atTip === null || atEvent === atTip) return atTip ?? atEvent
  return (await git.mergeBase(atEvent, atTip)) === atEvent ? atTip : atEvent
}

function noMergeBase(why: string, permission: string | null = null): Base {
  return {
    kind: 'unknown',
    reason: `the commit where the pull request left its base branch is not known: ${why}`,
    remedy:
      permission === null
        ? 'pass `github-token`, or set `fetch-depth: 0` in actions/checkout'
        : `add \`permissions: ${permission}\` to the job, or set \`fetch-depth: 0\` in actions/checkout`,
  }
}
