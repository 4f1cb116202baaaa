import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { type ObjectReader, requireObject } from './object-reader.js'
import type { Repositories } from './repositories.js'
import { findEntry, isLink, type TreeEntry } from './tree.js'
import { requireSha } from './user-repository.js'

/** More links in a row are a circle. */
const HOPS_MAX = 8
const TARGET_BYTES_MAX = 4096

export interface FileAt {
  readonly sha: string
  /** From the root of the repository. */
  readonly path: string
  readonly maxBytes: number
}

/**
 * The content of a file in a commit, without a working tree; null when the commit has no such file. Links are followed
 * as a checkout would, but never out of the tree.
 */
export async function readFileAt(repositories: Repositories, file: FileAt): Promise<string | null> {
  const objects = repositories.objectsAt(await repositories.placeToRead([requireSha(file.sha)]))
  let wanted = requireInside(path.posix.normalize(file.path), file.path)
  for (let hops = 0; hops < HOPS_MAX; hops++) {
    const found = await findEntry(objects, { sha: file.sha, path: wanted })
    if (found === null) return null
    if (!isLink(found)) return readBlob(objects, found, file)
    const target = await askBlob(objects, { id: found.id, shown: found.path, limit: TARGET_BYTES_MAX })
    wanted = followed({ link: found.path, target, rest: wanted.slice(found.path.length) }, file.path)
  }
  throw new PlatformError(`${file.path} of ${file.sha.slice(0, 7)} is a chain of links without an end`, {
    remedy: 'put the file itself there',
  })
}

interface Followed {
  /** Path of the link, what it says, and what is asked for behind it. */
  readonly link: string
  readonly target: string
  readonly rest: string
}

function followed({ link, target, rest }: Followed, shown: string): string {
  if (target.startsWith('/')) return requireInside(target, shown)
  return requireInside(path.posix.join(path.posix.dirname(link), target + rest), shown)
}

const FILES: readonly string[] = ['100644', '100755']

async function readBlob(objects: ObjectReader, entry: TreeEntry, file: FileAt): Promise<string> {
  if (!FILES.includes(entry.mode))
    throw new PlatformError(`${file.path} of ${file.sha.slice(0, 7)} is no file`, { remedy: 'put a file there' })
  return askBlob(objects, { id: entry.id, shown: file.path, limit: file.maxBytes })
}

interface WantedBlob {
  readonly id: string
  /** For messages. */
  readonly shown: string
  readonly limit: number
}

async function askBlob(objects: ObjectReader, { id, shown, limit }: WantedBlob): Promise<string> {
  return (await requireObject(objects, { name: id, maxBytes: limit, what: shown })).toString('utf8')
}

function requireInside(normal: string, shown: string): string {
  if (normal !== '..' && !normal.startsWith('../') && !normal.startsWith('/')) return normal.replace(/^\.\//, '')
  throw new PlatformError(`${shown} leads out of the repository`, { remedy: 'keep the file inside the repository' })
}
