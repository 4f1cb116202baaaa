import { tmpdir } from 'node:os'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Git } from '@testwarden/core/ports/git'
import type { Log } from '@testwarden/core/ports/log'
import { findAbsence } from './git/absence.js'
import {
  deepenHistory,
  findMergeBase,
  listFirstParents,
  readCommitTime,
  readParents,
  readTree,
} from './git/ancestry.js'
import { findCommit } from './git/commit-object.js'
import { diffCommits, diffWorkingTree, type ParseDiff } from './git/diff.js'
import { hashPathsAt } from './git/hash-paths.js'
import { readFileAt } from './git/read-file.js'
import { openRepositories, type Repositories, type RepositoryOptions } from './git/repositories.js'
import { openTreeClones, type TreeClones } from './git/tree-clones.js'
import { listFiles } from './git/user-repository.js'

export interface GitOptions extends RepositoryOptions {
  readonly parseDiff: ParseDiff
  readonly log: Log
}

/** A {@link Git} that may have made repositories of its own, to be removed in the end. */
export interface WorkspaceGit extends Git {
  readonly clones: Pick<TreeClones, 'of'>
  dispose(): Promise<void>
}

/** Starts no process before the first question. */
export function createGit(options: GitOptions): WorkspaceGit {
  const repositories = openRepositories(options)
  const temporary = options.env.RUNNER_TEMP || tmpdir()
  const clones = openTreeClones({ repositories, temporary, log: options.log })
  const tools = { repositories, parseDiff: options.parseDiff, log: options.log }
  return {
    get absence() {
      return findAbsence(options.workspace, options.env)
    },
    headSha: () => readHeadSha(repositories),
    parents: (sha) => readParents(repositories, sha),
    treeOf: (sha) => readTree(repositories, sha),
    timeOf: (sha) => readCommitTime(repositories, sha),
    ensureCommit: (sha) => repositories.ensure(sha),
    mergeBase: (left, right) => findMergeBase(repositories, [left, right]),
    resolve: (revision) => resolveRevision(repositories, revision),
    firstParents: (sha, limit) => listFirstParents(repositories, { sha, limit }),
    deepen: (sha, commits) => deepenHistory(repositories, { sha, commits }),
    fetchBranch: (name) => repositories.fetchBranch(name),
    readFile: (sha, path, maxBytes) => readFileAt(repositories, { sha, path, maxBytes }),
    hashPaths: (sha, predicates) => hashPathsAt(repositories, sha, predicates),
    diff: (base, head) => (head === null ? diffWorkingTree(tools, base) : diffCommits(tools, [base, head])),
    trackedFiles: async () => listFiles(await repositories.user(), 'all'),
    workspacePrefix: async () => (await repositories.user()).prefix,
    clones,
    dispose: async () => {
      await clones.remove()
      await repositories.remove()
    },
  }
}

async function readHeadSha(repositories: Repositories): Promise<string> {
  const { head } = await repositories.user()
  if (head !== null) return head
  throw new PlatformError('the repository has no commit yet', { remedy: 'commit something first' })
}

async function resolveRevision(repositories: Repositories, revision: string): Promise<string | null> {
  // The name is the user's: never an option, never two revisions.
  if (revision === '' || revision.startsWith('-') || /[\s\0]|\.\./.test(revision)) return null
  const { place } = await repositories.user()
  return findCommit(repositories.objectsAt(place), revision)
}
