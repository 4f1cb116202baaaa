import { PlatformError } from '@testwarden/core/model/errors'

/** The code of a file system error, such as `ENOENT`; null for anything else. */
export function fsErrorCode(error: unknown): string | null {
  if (typeof error !== 'object' || error === null || !('code' in error)) return null
  return typeof error.code === 'string' ? error.code : null
}

/** Passes our own errors on; everything else becomes "cannot do this: code". */
export function fsError(error: unknown, doing: string): PlatformError {
  if (error instanceof PlatformError) return error
  const code = fsErrorCode(error)
  const details = { cause: error, remedy: REMEDIES.get(code ?? '') ?? 'look at the folder and its permissions' }
  return new PlatformError(`cannot ${doing}: ${code ?? String(error)}`, details)
}

const REMEDIES: ReadonlyMap<string, string> = new Map([
  ['EPERM', 'keep the history on a file system with hard links and writable for this job'],
  ['EACCES', 'make the folder readable and writable for this job'],
  ['EROFS', 'keep the history on a file system that is writable for this job'],
  ['ENOSPC', 'free some space on the disk'],
  ['ENOTDIR', 'name a folder: a file stands where the history should be'],
  ['EEXIST', 'name a folder: a file stands where the history should be'],
])
