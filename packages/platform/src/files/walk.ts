import type { Dirent } from 'node:fs'
import { readdir, realpath, stat } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import type { PassBy } from '@testwarden/core/ports/files'
import { isInside } from './confine.js'
import { isMissing, messageOf } from './failure.js'

/** More than any workspace with reports in it needs; a walk beyond this is a mistake in the pattern. */
export const MAX_WALKED_ENTRIES = 200_000

const SKIPPED_FOLDERS: ReadonlySet<string> = new Set(['.git', 'node_modules'])

export interface Walk {
  /** Absolute and free of links. */
  readonly folder: string
  /** Links that lead out of this folder are not followed. */
  readonly within: string
  /** How many folders deep to look; 1 is the folder itself. */
  readonly maxDepth: number
  readonly maxEntries: number
  /** Is told of folders below that cannot be listed, relative to the walked one; undefined: they are errors. */
  readonly passBy?: PassBy | undefined
}

export interface WalkedFile {
  /** Relative to the walked folder, with `/`. */
  readonly relative: string
  readonly bytes: number
}

interface Visit {
  readonly real: string
  readonly relative: string
  readonly depth: number
}

interface Progress {
  readonly files: WalkedFile[]
  readonly visited: Set<string>
  /** Links are followed last, so that what is met twice keeps its own name. */
  readonly links: Visit[]
  readonly pending: Visit[]
  entries: number
}

/**
 * All regular files below a folder, each once however many links lead to it. `.git`, `node_modules`, links that leave,
 * link loops and special files are passed by.
 * @throws PlatformError beyond `maxEntries`, and when a folder cannot be listed that is not passed by
 */
export async function walkFiles(walk: Walk): Promise<readonly WalkedFile[]> {
  const start: Visit = { real: walk.folder, relative: '', depth: 1 }
  const progress: Progress = { files: [], visited: new Set(), links: [], pending: [start], entries: 0 }
  for (let visit = await nextVisit(walk, progress); visit !== null; visit = await nextVisit(walk, progress)) {
    if (progress.visited.has(visit.real)) continue
    progress.visited.add(visit.real)
    for (const entry of await listFolder(visit, walk, progress)) await visitEntry(entry, { visit, walk, progress })
  }
  return progress.files
}

async function nextVisit(walk: Walk, progress: Progress): Promise<Visit | null> {
  while (progress.pending.length === 0) {
    const link = progress.links.shift()
    if (link === undefined) return null
    await followLink(link, walk, progress)
  }
  return progress.pending.pop() ?? null
}

async function listFolder(visit: Visit, walk: Walk, progress: Progress): Promise<readonly Dirent[]> {
  const entries = await readFolder(visit, walk)
  progress.entries += entries.length
  if (progress.entries > walk.maxEntries)
    throw new PlatformError(`more than ${walk.maxEntries} files and folders below ${walk.folder}`, {
      remedy: 'name the folder that holds the reports, or a narrower pattern',
    })
  return entries.sort((left, right) => (left.name < right.name ? -1 : 1))
}

async function readFolder({ real, relative }: Visit, { folder, passBy }: Walk): Promise<Dirent[]> {
  try {
    return await readdir(real, { withFileTypes: true })
  } catch (cause) {
    // Removed while we walked.
    if (isMissing(cause)) return []
    const reason = messageOf(cause)
    if (relative === '' || passBy === undefined)
      throw new PlatformError(`cannot list ${relative || folder}: ${reason}`, {
        cause,
        remedy: 'make the folder readable, or name a narrower pattern',
      })
    passBy({ path: relative, reason })
    return []
  }
}

interface Place {
  readonly visit: Visit
  readonly walk: Walk
  readonly progress: Progress
}

async function visitEntry(entry: Dirent, place: Place): Promise<void> {
  const { visit, progress } = place
  const relative = visit.relative === '' ? entry.name : `${visit.relative}/${entry.name}`
  const real = path.join(visit.real, entry.name)
  if (entry.isSymbolicLink()) progress.links.push({ real, relative, depth: visit.depth + 1 })
  if (entry.isDirectory() && !SKIPPED_FOLDERS.has(entry.name))
    descend({ real, relative, depth: visit.depth + 1 }, place)
  if (entry.isFile()) await addFile(real, relative, progress)
}

async function followLink(link: Visit, walk: Walk, progress: Progress): Promise<void> {
  const target = await realpath(link.real).catch(() => null)
  if (target === null || !mayFollow(target, walk)) return
  const found = await stat(target).catch(() => null)
  if (found?.isDirectory() === true && link.depth <= walk.maxDepth) progress.pending.push({ ...link, real: target })
  if (found?.isFile() === true) await addFile(target, link.relative, progress)
}

/** Not out of the root, not to where we came from, not into a folder that is passed by. */
function mayFollow(target: string, { folder, within }: Walk): boolean {
  return isInside(within, target) && !isInside(target, folder) && !isSkipped(within, target)
}

function descend(folder: Visit, { walk, progress }: Place): void {
  if (folder.depth <= walk.maxDepth) progress.pending.push(folder)
}

async function addFile(real: string, relative: string, progress: Progress): Promise<void> {
  if (progress.visited.has(real)) return
  const found = await stat(real).catch(() => null)
  if (found === null) return
  progress.visited.add(real)
  progress.files.push({ relative, bytes: found.size })
}

function isSkipped(within: string, target: string): boolean {
  return path
    .relative(within, target)
    .split(path.sep)
    .some((part) => SKIPPED_FOLDERS.has(part))
}
