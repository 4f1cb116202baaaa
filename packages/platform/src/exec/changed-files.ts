import { lstat } from 'node:fs/promises'
import path from 'node:path'
import type { Files } from '@testwarden/core/ports/files'

/** What a file looked like at a moment, by path. */
export type FileStamps = ReadonlyMap<string, string>

interface Place {
  readonly root: string
  readonly files: Files
  /** null: nothing is looked at. */
  readonly pattern: string | null
}

/** @throws PlatformError when the pattern leaves the workspace */
export async function stampFiles({ root, files, pattern }: Place): Promise<FileStamps> {
  const found = pattern === null ? [] : await files.find(pattern)
  const stamps = new Map<string, string>()
  for (const { path: given } of found) {
    const stamp = await stampOf(path.resolve(root, given))
    if (stamp !== null) stamps.set(given, stamp)
  }
  return stamps
}

/** Paths of files that are new, or were written again, even with the same content; ascending. */
export function changedSince(before: FileStamps, after: FileStamps): readonly string[] {
  return [...after].filter(([given, stamp]) => before.get(given) !== stamp).map(([given]) => given)
}

/** A file written twice within the clock's resolution still differs in its change time or its place on disk. */
async function stampOf(absolute: string): Promise<string | null> {
  try {
    const { mtimeNs, ctimeNs, size, ino } = await lstat(absolute, { bigint: true })
    return [mtimeNs, ctimeNs, size, ino].join(' ')
  } catch {
    // It went away since it was found, which is all that a stamp would tell.
    return null
  }
}
