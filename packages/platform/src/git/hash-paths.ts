import { createHash } from 'node:crypto'
import type { Repositories } from './repositories.js'
import { askGit } from './run-git.js'
import { requireSha } from './user-repository.js'

/** One listing of the commit's files, however many predicates there are; no file is read. */
export async function hashPathsAt(
  repositories: Repositories,
  sha: string,
  predicates: readonly ((path: string) => boolean)[],
): Promise<readonly string[]> {
  const place = await repositories.placeToRead([requireSha(sha)])
  const args = ['ls-tree', '-r', '-z', '--full-tree', sha]
  const listed = (await askGit(place, { what: `list the files of ${sha}`, args })).split('\0')
  const hashes = predicates.map(() => createHash('sha256'))
  for (const entry of listed) {
    // `<mode> <type> <id>\t<path>`, in the order of the tree.
    const path = entry.slice(entry.indexOf('\t') + 1)
    if (path === '') continue
    for (const [index, takes] of predicates.entries()) if (takes(path)) hashes[index]?.update(`${entry}\0`)
  }
  return hashes.map((hash) => hash.digest('hex'))
}
