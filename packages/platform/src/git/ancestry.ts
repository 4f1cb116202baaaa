import { readFile } from 'node:fs/promises'
import { isMissing } from '../files/failure.js'
import { commitTimeIn, hasCommit, parentsIn, treeOf } from './commit-object.js'
import type { ObjectReader } from './object-reader.js'
import type { Repositories, WalkPlace } from './repositories.js'
import { askGit, tryGit } from './run-git.js'
import { requireSha } from './user-repository.js'

/** From the raw commit: where history was cut off, every other question of git's says that there are none. */
export async function readParents(repositories: Repositories, sha: string): Promise<readonly string[]> {
  return parentsIn(await objectsWith(repositories, sha), sha)
}

export async function readTree(repositories: Repositories, sha: string): Promise<string> {
  return treeOf(await objectsWith(repositories, sha), sha)
}

export async function readCommitTime(repositories: Repositories, sha: string): Promise<string> {
  return commitTimeIn(await objectsWith(repositories, sha), sha)
}

async function objectsWith(repositories: Repositories, sha: string): Promise<ObjectReader> {
  const theirs = repositories.objectsAt((await repositories.user()).place)
  const own = await repositories.own()
  return own === null || (await hasCommit(theirs, sha)) ? theirs : repositories.objectsAt(own.place)
}

/** null when the commits share no ancestor that is known here, or when a better one may lie behind a cut in history. */
export async function findMergeBase(
  repositories: Repositories,
  [left, right]: readonly [string, string],
): Promise<string | null> {
  const walk = await repositories.placeToWalk([left, right])
  if (walk === null) return null
  const args = ['merge-base', left, right]
  const { exitCode, stdout } = await tryGit(walk.place, { what: `find the merge base of ${left} and ${right}`, args })
  const found = stdout.trim()
  if (exitCode !== 0 || found === '') return null
  return (await isCertain(walk, { sides: [left, right], found })) ? found : null
}

interface FoundBase {
  readonly sides: readonly string[]
  readonly found: string
}

/** The found ancestor is the best one when no commit on the way to it had its parents cut off. */
async function isCertain(walk: WalkPlace, { sides, found }: FoundBase): Promise<boolean> {
  const cut = await readShallow(walk)
  if (cut.size === 0) return true
  const args = ['rev-list', ...sides, `^${found}`]
  const listed = await askGit(walk.place, { what: 'walk to the merge base', args })
  return listed.split('\n').every((sha) => !cut.has(sha))
}

/** `sha` and its first parents. The last may be known by name only: a raw commit lists its parents beyond the cut. */
export async function listFirstParents(
  repositories: Repositories,
  { sha, limit }: { readonly sha: string; readonly limit: number },
): Promise<readonly string[]> {
  const walk = await repositories.placeToWalk([requireSha(sha)])
  if (walk === null || limit < 1) return []
  const args = ['rev-list', '--first-parent', `--max-count=${limit}`, sha]
  const listed = (await askGit(walk.place, { what: `walk back from ${sha}`, args })).trim().split('\n')
  const last = listed.at(-1)
  if (last === undefined || listed.length >= limit || !(await readShallow(walk)).has(last)) return listed
  const beyond = (await parentsIn(repositories.objectsAt(walk.place), last))[0]
  return beyond === undefined ? listed : [...listed, beyond]
}

/**
 * Fetches what lies behind the cut, where the first parents of a commit end at one. A complete history is left alone:
 * there is nothing more to see.
 */
export async function deepenHistory(
  repositories: Repositories,
  { sha, commits }: { readonly sha: string; readonly commits: number },
): Promise<void> {
  const walk = await repositories.placeToWalk([requireSha(sha)])
  if (walk !== null && !(await isCutWithin(walk, { sha, commits }))) return
  await repositories.deepen(sha, commits)
}

async function isCutWithin(
  walk: WalkPlace,
  { sha, commits }: { readonly sha: string; readonly commits: number },
): Promise<boolean> {
  const cut = await readShallow(walk)
  if (cut.size === 0) return false
  const args = ['rev-list', '--first-parent', `--max-count=${commits}`, sha]
  const listed = (await askGit(walk.place, { what: `walk back from ${sha}`, args })).trim().split('\n')
  return listed.length < commits && cut.has(listed.at(-1) ?? '')
}

async function readShallow({ shallowFile }: WalkPlace): Promise<ReadonlySet<string>> {
  const text = await readFile(shallowFile, 'utf8').catch((error: unknown) => {
    if (isMissing(error)) return ''
    throw error
  })
  return new Set(text.split('\n').filter((sha) => sha !== ''))
}
