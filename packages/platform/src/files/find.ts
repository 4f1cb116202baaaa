import type { Stats } from 'node:fs'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import { PlatformError } from '@testwarden/core/model/errors'
import type { FoundFile, PassBy } from '@testwarden/core/ports/files'
import picomatch from 'picomatch'
import { type Boundary, confineReading, isInside } from './confine.js'
import { isMissing, messageOf } from './failure.js'
import { MAX_WALKED_ENTRIES, type WalkedFile, walkFiles } from './walk.js'

const MAX_PATTERN_CHARACTERS = 4096

/**
 * What a pattern stands for, ascending by path. A path that exists is taken by its word, even where it could be read as
 * a glob (`[id].xml`).
 * @param passBy see the port
 * @throws PlatformError when the pattern leaves the boundary, names a special file or is too long
 */
export async function findFiles(boundary: Boundary, given: string, passBy?: PassBy): Promise<readonly FoundFile[]> {
  const pattern = path.sep === '\\' ? given.replaceAll('\\', '/') : given
  if (pattern.trim() === '') return []
  if (pattern.length > MAX_PATTERN_CHARACTERS)
    throw new PlatformError(`a pattern of ${pattern.length} characters`, { remedy: 'write a shorter pattern' })
  const glob = picomatch.scan(pattern)
  const search = { boundary, passBy }
  const literal = await literalPath(search, pattern, glob.isGlob)
  if (literal !== null) return literal
  return glob.isGlob ? findMatches(search, pattern, glob) : []
}

interface Search {
  readonly boundary: Boundary
  readonly passBy: PassBy | undefined
}

async function literalPath(search: Search, pattern: string, isGlob: boolean): Promise<readonly FoundFile[] | null> {
  const { boundary } = search
  // The text of a glob is no path; only its fixed part must stay inside.
  const real = isGlob
    ? await confineReading(boundary, pattern).catch(() => null)
    : await confineReading(boundary, pattern)
  const found = real === null ? null : await statIfPresent(real, pattern)
  if (real === null || found === null) return null
  if (found.isDirectory()) return findBelow(search, pattern, real)
  if (found.isFile()) return [{ path: pattern, bytes: found.size, how: 'named' }]
  throw new PlatformError(`${pattern} is no regular file`, {
    remedy: 'pipes, sockets and devices are not read: write the report to a file and name that',
  })
}

async function findBelow(search: Search, pattern: string, real: string): Promise<readonly FoundFile[]> {
  const prefix = folderPrefix(pattern)
  const files = await walk(search, real, { prefix, maxDepth: Number.POSITIVE_INFINITY })
  return byPath(files.map(({ relative, bytes }) => ({ path: prefix + relative, bytes, how: 'met' })))
}

async function findMatches(search: Search, pattern: string, glob: GlobParts): Promise<readonly FoundFile[]> {
  const base = glob.base === '' && pattern.startsWith('/') ? '/' : glob.base
  const real = await confineReading(search.boundary, base)
  const found = await statIfPresent(real, base)
  if (found === null || !found.isDirectory()) return []
  const matches = compile(glob.glob, pattern)
  // The scanner drops a leading `./`.
  const prefix = (pattern.startsWith('./') ? './' : '') + (base === '' ? '' : folderPrefix(base))
  const files = await walk(search, real, { prefix, maxDepth: depthOf(glob.glob) })
  const matched = files.filter(({ relative }) => matches(relative))
  return byPath(matched.map(({ relative, bytes }) => ({ path: prefix + relative, bytes, how: 'met' })))
}

interface GlobParts {
  readonly base: string
  readonly glob: string
}

function compile(glob: string, pattern: string): (relative: string) => boolean {
  try {
    return picomatch(glob, { dot: true, nocase: false, windows: false, maxLength: MAX_PATTERN_CHARACTERS })
  } catch (cause) {
    throw new PlatformError(`${pattern} is no glob: ${messageOf(cause)}`, { cause, remedy: 'correct the pattern' })
  }
}

interface WalkStart {
  /** What stands before the paths that the walk finds. */
  readonly prefix: string
  readonly maxDepth: number
}

function walk(
  { boundary: { realRoot }, passBy }: Search,
  folder: string,
  { prefix, maxDepth }: WalkStart,
): Promise<readonly WalkedFile[]> {
  // A folder that the developer named elsewhere on the machine bounds itself.
  const within = isInside(realRoot, folder) ? realRoot : folder
  const tell: PassBy | undefined = passBy && (({ path: below, reason }) => passBy({ path: prefix + below, reason }))
  return walkFiles({ folder, within, maxDepth, maxEntries: MAX_WALKED_ENTRIES, passBy: tell })
}

/** Only a plain glob tells by its slashes how deep its matches lie. */
function depthOf(glob: string): number {
  const isPlain = !glob.includes('**') && !/[{(]/.test(glob)
  return isPlain ? glob.split('/').length : Number.POSITIVE_INFINITY
}

function folderPrefix(folder: string): string {
  if (folder === '.' || folder === './') return ''
  return folder.endsWith('/') ? folder : `${folder}/`
}

async function statIfPresent(real: string, shown: string): Promise<Stats | null> {
  try {
    return await stat(real)
  } catch (cause) {
    if (isMissing(cause)) return null
    throw new PlatformError(`cannot look at ${shown}: ${messageOf(cause)}`, { cause })
  }
}

function byPath(files: FoundFile[]): readonly FoundFile[] {
  return files.sort((left, right) => (left.path < right.path ? -1 : left.path > right.path ? 1 : 0))
}
