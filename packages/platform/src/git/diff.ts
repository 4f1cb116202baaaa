import type { Diff } from '@testwarden/core/model/diff'
import type { Log } from '@testwarden/core/ports/log'
import { treeOf } from './commit-object.js'
import type { Repositories } from './repositories.js'
import { type GitPlace, streamGit } from './run-git.js'
import { describeUntracked } from './untracked.js'
import { listFiles, requireSha } from './user-repository.js'

/** Reads the text of `git diff`; the reader of unified diffs lives with the other formats. */
export type ParseDiff = (bytes: AsyncIterable<Uint8Array>) => Promise<Diff>

/** Every form that the user's configuration could change is said here. */
const DIFF_ARGS: readonly string[] = [
  'diff',
  '--unified=0',
  '--inter-hunk-context=0',
  '--histogram',
  '--find-renames',
  // Beyond so many candidates git gives up on renames; its own default is a third of this.
  '-l3000',
  '--no-color',
  '--no-ext-diff',
  '--no-textconv',
  '--src-prefix=a/',
  '--dst-prefix=b/',
  '--no-relative',
  '--ignore-submodules=all',
  '--submodule=short',
  '--no-indent-heuristic',
  '--full-index',
]

export interface DiffTools {
  readonly repositories: Repositories
  readonly parseDiff: ParseDiff
  readonly log: Log
}

/** What changed from one commit to another. Both are fetched when they are missing. */
export async function diffCommits(
  tools: DiffTools,
  [base, head]: readonly [base: string, head: string],
): Promise<Diff> {
  const place = await tools.repositories.placeToRead([requireSha(base), requireSha(head)])
  const objects = tools.repositories.objectsAt(place)
  // A merge commit of a branch that is up to date has the files of its head.
  if ((await treeOf(objects, base)) === (await treeOf(objects, head))) return []
  return readDiff(tools, { place, revisions: [base, head] })
}

/** What changed from a commit to the working tree. A file that git does not track yet counts as added. */
export async function diffWorkingTree(tools: DiffTools, base: string): Promise<Diff> {
  const { repositories, log } = tools
  await repositories.placeToRead([requireSha(base)])
  const user = await repositories.user()
  const [tracked, untracked] = await Promise.all([
    readDiff(tools, { place: await repositories.checkout(), revisions: [base] }),
    listFiles(user, 'untracked'),
  ])
  const changed = tracked.filter((file) => file.oldPath !== file.newPath || file.isBinary || file.hunks.length > 0)
  return [...changed, ...(await describeUntracked(user.place.cwd, untracked, log))]
}

interface Revisions {
  readonly place: GitPlace
  readonly revisions: readonly string[]
}

async function readDiff({ parseDiff, log }: DiffTools, { place, revisions }: Revisions): Promise<Diff> {
  const question = { what: `compare with ${revisions[0]}`, args: [...DIFF_ARGS, ...revisions, '--'] }
  const { value, stderr } = await streamGit(place, question, parseDiff)
  if (/rename detection was skipped/i.test(stderr))
    log.warning('too many files changed for git to find renames: a moved file counts as deleted and added')
  return value
}
