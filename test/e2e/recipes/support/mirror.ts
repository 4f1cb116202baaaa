import type { Repository } from '../../../../packages/testkit/src/fake-github/repository.js'
import { addCommit } from '../../../../packages/testkit/src/fake-github/state.js'
import { git } from '../../../../packages/testkit/src/git-remote/git.js'
import type { GitRemote } from '../../../../packages/testkit/src/git-remote/git-remote.js'

/** Tells the fake GitHub what the repository holds: commits, branches, and the files that its API is asked for. */
export function mirror({ folder }: GitRemote, repository: Repository): void {
  for (const line of linesOf(git(folder, ['rev-list', '--all', '--parents']))) {
    const [sha = '', ...parents] = line.split(' ')
    if (!repository.commits.has(sha)) addCommit(repository, { sha, parents })
    for (const path of linesOf(git(folder, ['ls-tree', '-r', '--name-only', sha, '.github/'])))
      repository.texts.set(`${sha}:${path}`, `${git(folder, ['show', `${sha}:${path}`])}\n`)
  }
  for (const line of linesOf(git(folder, ['for-each-ref', '--format=%(refname) %(objectname)', 'refs/heads']))) {
    const [ref = '', sha = ''] = line.split(' ')
    repository.refs.set(ref, sha)
  }
}

function linesOf(text: string): readonly string[] {
  return text === '' ? [] : text.split('\n')
}
