import type { Repository } from '../../../packages/testkit/src/fake-github/repository.js'
import { addCommit } from '../../../packages/testkit/src/fake-github/state.js'
import type { FileChanges, GitRemote } from '../../../packages/testkit/src/git-remote/git-remote.js'

/** The default branch of a repository, which grows by a commit at a time. */
export interface DefaultBranch {
  tip: string
  /** @returns the new tip, on which nothing has run yet */
  commit(files?: FileChanges): string
}

interface Place {
  readonly remote: GitRemote
  readonly repository: Repository
  /** Its tip so far. */
  readonly base: string
}

/** @param author of the commits; absent: nobody whom GitHub knows */
export function openDefaultBranch({ remote, repository, base }: Place, author?: string): DefaultBranch {
  const branch: DefaultBranch = {
    tip: base,
    commit(files = {}) {
      const message = `Push ${repository.commits.size}`
      const parents = [branch.tip]
      const sha = remote.commit({ parents, files: { 'NEWS.md': `${message}\n`, ...files }, message })
      remote.setRef('refs/heads/main', sha)
      repository.refs.set('refs/heads/main', sha)
      addCommit(repository, { sha, parents, message, ...(author === undefined ? {} : { author }) })
      branch.tip = sha
      return sha
    },
  }
  return branch
}

/** The merge of the scenario's pull request on top of the tip, as GitHub makes it after each push. */
export function mergeOnTip(
  { remote, repository, head }: Omit<Place, 'base'> & { readonly head: string },
  tip: string,
): string {
  const sha = remote.openPull(PULL, { base: tip, head })
  addCommit(repository, { sha, parents: [tip, head] })
  return sha
}

/** Of every scenario. */
const PULL = 7
