import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import type { Repositories } from './repositories.js'
import { askGit, type GitPlace } from './run-git.js'
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
  const place = await repositories.placeToRead([requireSha(file.sha)])
  let wanted: string | null = requireInside(path.posix.normalize(file.path), file.path)
  for (let hops = 0; wanted !== null && hops < HOPS_MAX; hops++) {
    const entries = await listEntries(place, { sha: file.sha, path: wanted })
    const link = entries.find(({ mode }) => mode === LINK)
    if (link === undefined) return readBlob(place, entries.find((entry) => entry.path === wanted) ?? null, file)
    const target = await askBlob(place, { ...link, limit: TARGET_BYTES_MAX })
    wanted = followed({ link: link.path, target, rest: wanted.slice(link.path.length) }, file.path)
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

const LINK = '120000'
const FILES: readonly string[] = ['100644', '100755']

interface TreeEntry {
  readonly mode: string
  readonly id: string
  readonly bytes: number
  readonly path: string
}

/** The entry itself and every folder on the way to it, each of which may be a link. */
async function listEntries(place: GitPlace, { sha, path: wanted }: Pick<FileAt, 'sha' | 'path'>): Promise<TreeEntry[]> {
  const parts = wanted.split('/')
  const paths = parts.map((_, index) => parts.slice(0, index + 1).join('/'))
  const literal = paths.map((each) => `:(literal)${each}`)
  const args = ['ls-tree', '-z', '--long', '--full-tree', sha, '--', ...literal]
  const listed = await askGit(place, { what: `look for ${wanted} in ${sha}`, args })
  return listed.split('\0').flatMap((line) => {
    const match = /^(\d{6}) \w+ ([0-9a-f]{40,64}) +(-|\d+)\t(.*)$/s.exec(line)
    if (match === null) return []
    const [, mode = '', id = '', bytes = '', found = ''] = match
    return [{ mode, id, bytes: Number(bytes) || 0, path: found }]
  })
}

async function readBlob(place: GitPlace, entry: TreeEntry | null, file: FileAt): Promise<string | null> {
  if (entry === null) return null
  if (!FILES.includes(entry.mode))
    throw new PlatformError(`${file.path} of ${file.sha.slice(0, 7)} is no file`, { remedy: 'put a file there' })
  return askBlob(place, { ...entry, path: file.path, limit: file.maxBytes })
}

async function askBlob(
  place: GitPlace,
  { id, bytes, path: shown, limit }: TreeEntry & { readonly limit: number },
): Promise<string> {
  if (bytes > limit) throw new PlatformError(`${shown} is longer than ${limit} bytes`, { remedy: 'shorten the file' })
  return askGit(place, { what: `read ${shown}`, args: ['cat-file', 'blob', id] })
}

function requireInside(normal: string, shown: string): string {
  if (normal !== '..' && !normal.startsWith('../') && !normal.startsWith('/')) return normal.replace(/^\.\//, '')
  throw new PlatformError(`${shown} leads out of the repository`, { remedy: 'keep the file inside the repository' })
}
