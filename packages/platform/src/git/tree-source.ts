import { PlatformError } from '@testwarden/core/model/errors'
import type { Repositories } from './repositories.js'
import type { TreeSource } from './tree-repository.js'
import { requireSha } from './user-repository.js'

/**
 * Where a clone may borrow the content of a commit, which is fetched when it is missing.
 * @param sha null: HEAD. @throws PlatformError
 */
export async function findTreeSource(repositories: Repositories, sha: string | null): Promise<TreeSource> {
  const { head, commonDir } = await repositories.user()
  const wanted = sha ?? head
  if (wanted === null) throw new PlatformError('the repository has no commit yet', { remedy: 'commit something first' })
  const place = await repositories.placeToRead([requireSha(wanted)])
  const own = await repositories.own()
  return { sha: wanted, gitDir: own?.place === place ? own.gitDir : commonDir }
}
