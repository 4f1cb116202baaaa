import { lstat, mkdir, opendir, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import { fsError, fsErrorCode } from './fs-error.js'

/** More files than this are not listed: the history would take longer to read than the job it serves. */
const MAX_ENTRIES = 100_000

/** A folder whose links were all followed. */
export interface HistoryFolder {
  /** Absolute, without links. */
  readonly root: string
}

/** What lies below an action's folder, ascending. `strangers`: names that this version would never write. */
export interface SegmentList {
  readonly paths: readonly string[]
  readonly strangers: readonly string[]
}

/** Where a history lies. */
export interface HistoryPlace {
  /** Absolute. */
  readonly directory: string
  /** No link may lead the directory out of this folder; absent where the caller trusts the way to it. */
  readonly boundary?: string
}

/** null when nothing has been written yet. @throws PlatformError when something is there and cannot be opened. */
export async function openHistoryFolder({ directory, boundary }: HistoryPlace): Promise<HistoryFolder | null> {
  const limits = boundary === undefined ? null : await followLinks(boundary)
  const root = limits === null ? await followLinks(directory) : await requireInside({ root: limits }, directory)
  return root === null ? null : { root }
}

/** @throws PlatformError */
export async function makeHistoryFolder({ directory, boundary }: HistoryPlace): Promise<HistoryFolder> {
  try {
    if (boundary === undefined) await mkdir(directory, { recursive: true })
    else await makeFolders({ root: await realpath(boundary) }, relative(boundary, directory).replaceAll(sep, '/'))
    return { root: await realpath(directory) }
  } catch (error) {
    throw fsError(error, `make the history folder ${directory}`)
  }
}

/** `path` is relative, with `/`. Level by level, so that no link on the way can lead the writing outside. @throws PlatformError */
export async function makeFolders(folder: HistoryFolder, path: string): Promise<void> {
  let made = folder.root
  for (const name of path.split('/')) {
    made = join(made, name)
    await makeUnlessThere(made)
    await requireInside(folder, made)
  }
}

export async function listMonths(folder: HistoryFolder, action: string): Promise<SegmentList> {
  const names = await listNames(folder, action)
  return splitByPattern(names, { prefix: action, pattern: /^\d{4}-\d{2}$/ })
}

/** @throws PlatformError when a folder cannot be listed or has more entries than anybody can want. */
export async function listSegments(folder: HistoryFolder, action: string): Promise<SegmentList> {
  const months = await listMonths(folder, action)
  const paths: string[] = []
  const strangers = [...months.strangers]
  for (const month of months.paths) {
    const found = splitByPattern(await listNames(folder, month), { prefix: month, pattern: /^[^.].*\.jsonl$/ })
    for (const path of found.paths) paths.push(path)
    for (const stranger of found.strangers) strangers.push(stranger)
    if (paths.length > MAX_ENTRIES) throw tooMany(action)
  }
  return { paths, strangers }
}

/** The real path of something below the root; null when it does not exist. @throws PlatformError when a link leaves. */
export async function requireInside(folder: HistoryFolder, path: string): Promise<string | null> {
  const real = await followLinks(path)
  if (real === null || isInside(folder.root, real)) return real
  throw new PlatformError(`${path} is a link that leaves ${folder.root}`, {
    remedy: 'remove the link: links of a history are followed inside its folder only',
  })
}

async function makeUnlessThere(path: string): Promise<void> {
  try {
    await mkdir(path)
  } catch (error) {
    if (fsErrorCode(error) !== 'EEXIST') throw fsError(error, `make the history folder ${path}`)
  }
}

/** null when nothing is there; a link to nothing is something. */
async function followLinks(path: string): Promise<string | null> {
  try {
    return await realpath(path)
  } catch (error) {
    if (fsErrorCode(error) === 'ENOENT' && !(await isLink(path))) return null
    throw fsError(error, `open ${path} in the history`)
  }
}

async function isLink(path: string): Promise<boolean> {
  try {
    return (await lstat(path)).isSymbolicLink()
  } catch {
    return false
  }
}

function isInside(root: string, path: string): boolean {
  const way = relative(root, path)
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way)
}

async function listNames(folder: HistoryFolder, path: string): Promise<string[]> {
  const real = await requireInside(folder, join(folder.root, path))
  if (real === null) return []
  const names: string[] = []
  try {
    for await (const entry of await opendir(real)) {
      names.push(entry.name)
      if (names.length > MAX_ENTRIES) throw tooMany(path)
    }
  } catch (error) {
    throw fsError(error, `list ${path} in the history`)
  }
  return names.sort()
}

/** Names with a leading dot are drafts of a writer or belong to the system; nobody misses them. */
function splitByPattern(
  names: readonly string[],
  { prefix, pattern }: { readonly prefix: string; readonly pattern: RegExp },
): SegmentList {
  const visible = names.filter((name) => !name.startsWith('.'))
  return {
    paths: visible.filter((name) => pattern.test(name)).map((name) => `${prefix}/${name}`),
    strangers: visible.filter((name) => !pattern.test(name)).map((name) => `${prefix}/${name}`),
  }
}

function tooMany(path: string): PlatformError {
  return new PlatformError(`the history below ${path} has more than ${MAX_ENTRIES} entries`, {
    remedy: 'move the folders of the oldest months out of the history',
  })
}
