import { PlatformError } from '@testwarden/core/model/errors'
import type { RunContext } from '@testwarden/core/model/evidence'
import type { Git } from '@testwarden/core/ports/git'

/** What is compared with what. */
export type PairTrees =
  | { readonly kind: 'pair'; readonly base: PairTree; readonly head: PairTree }
  /** A whole sentence. */
  | { readonly kind: 'none'; readonly reason: string }

export interface PairTree {
  /** null: the working tree, which has no commit. */
  readonly sha: string | null
  /** Id of its files; null where nobody could tell. */
  readonly tree: string | null
}

/** The two trees of a run. Reads, never judges. */
export async function findPairTrees(
  run: Pick<RunContext, 'base' | 'testedSha' | 'testedTree'>,
  git: Pick<Git, 'absence' | 'treeOf' | 'ensureCommit'>,
): Promise<PairTrees> {
  const { base } = run
  if (git.absence !== null) return { kind: 'none', reason: 'Without git there is no base to pair with.' }
  if (base.kind === 'unknown') return { kind: 'none', reason: `There is no base to pair with: ${base.reason}` }
  if (base.kind !== 'commit')
    return { kind: 'none', reason: 'This run has no base to pair with: it is judged by history.' }
  const head = { sha: run.testedSha, tree: run.testedTree ?? null }
  return { kind: 'pair', base: { sha: base.sha, tree: await treeOf(base.sha, git) }, head }
}

/** Whoever cannot fetch it is told when its clone is made. */
async function treeOf(sha: string, git: Pick<Git, 'treeOf' | 'ensureCommit'>): Promise<string | null> {
  try {
    await git.ensureCommit(sha)
    return await git.treeOf(sha)
  } catch (error) {
    if (error instanceof PlatformError) return null
    throw error
  }
}
