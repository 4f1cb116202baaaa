import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { borrowObjects, type ObjectSource } from './borrow-objects.js'
import type { ConfigEntry } from './environment.js'
import { askGit, type GitPlace } from './run-git.js'
import type { UserRepository } from './user-repository.js'

/** Large repositories take their time. */
const CHECKOUT_TIMEOUT_MS = 600_000

/**
 * What may run a program, or fetch: the filter of Git LFS, which every runner has among its own settings, would fetch
 * with the credentials of a remote that a clone of ours does not have.
 */
const CONFIG: readonly ConfigEntry[] = [
  ['filter.lfs.smudge', ''],
  ['filter.lfs.process', ''],
  ['filter.lfs.required', 'false'],
  ['core.longpaths', 'true'],
]

/** A repository of our own with the files of one commit. It knows no remote and keeps no credentials. */
export interface TreeRepository {
  /** Of the files. */
  readonly top: string
  readonly place: GitPlace
}

/** What a tree is made of. */
export interface TreeSource extends ObjectSource {
  readonly sha: string
}

/**
 * @param folder in which the repository has the name of the user's own, because tools name what they build after it, such
 * as Gradle its jars. @throws PlatformError
 */
export async function makeTreeRepository(
  user: UserRepository,
  { source, folder }: { readonly source: TreeSource; readonly folder: string },
): Promise<TreeRepository> {
  const top = path.join(folder, path.basename(user.place.cwd) || 'repository')
  await mkdir(top, { recursive: true })
  const place: GitPlace = { ...user.place, cwd: top, config: CONFIG, variables: {} }
  const format = source.sha.length === 64 ? 'sha256' : 'sha1'
  const init = ['init', '--quiet', '--template=', `--object-format=${format}`, top]
  await askGit(place, { what: 'make a clone', args: init })
  await borrowObjects(source, path.join(top, '.git'))
  const checkout = ['checkout', '--quiet', '--detach', source.sha]
  if (!user.isPartial) await copyTags(user, top)
  await askGit(place, { what: `check out ${source.sha}`, args: checkout, timeoutMs: CHECKOUT_TIMEOUT_MS })
  return { top, place }
}

/** Builds call what they make by its nearest tag. */
async function copyTags({ place }: UserRepository, top: string): Promise<void> {
  const args = ['for-each-ref', '--format=%(objectname) %(refname)', 'refs/tags']
  const tags = await askGit(place, { what: 'list the tags', args })
  if (tags !== '') await writeFile(path.join(top, '.git', 'packed-refs'), `# pack-refs with: sorted\n${tags}`)
}
