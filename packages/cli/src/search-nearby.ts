import { PlatformError } from '@testwarden/core/model/errors'
import type { Files, FoundFile } from '@testwarden/core/ports/files'
import type { Git } from '@testwarden/core/ports/git'
import { coverageFormats } from '@testwarden/formats/coverage/registry'
import { detectFormat } from '@testwarden/formats/detect-format'
import { EVERYWHERE, mayBeReport } from '@testwarden/intake/discovery'

export interface Nearby {
  readonly files: Files
  readonly git: Pick<Git, 'absence' | 'trackedFiles'>
  /** Where the developer stands, from the root of the files. */
  readonly folder: string
  /** Is told, for people, that reports elsewhere are left alone. */
  readonly warn: (message: string) => void
}

/**
 * Files that are searched below the developer's folder where nobody said what to read, as long as a report lies there;
 * else everywhere. Reports that git does not ignore are mostly test data, as for whoever looks everywhere, and without
 * git nobody can tell them apart.
 */
export function searchNearby({ files, git, folder, warn }: Nearby): Files {
  if (folder === '' || git.absence !== null) return files
  return {
    ...files,
    async find(pattern, passBy) {
      if (pattern !== EVERYWHERE) return files.find(pattern, passBy)
      const found = await files.find(folder.slice(0, -1), passBy)
      const tracked = new Set(await git.trackedFiles())
      const candidates = found.filter((file) => mayBeReport(file) && !tracked.has(file.path))
      if (!(await holdsReport(candidates, files))) return files.find(pattern, passBy)
      warn(`Only reports below ${folder} are read. Run it at the root of the repository to read all.`)
      return found
    },
  }
}

async function holdsReport(candidates: readonly FoundFile[], files: Files): Promise<boolean> {
  for (const { path } of candidates)
    if (detectFormat(await beginningOf(path, files), coverageFormats).kind !== 'none') return true
  return false
}

/** Unpacked, so not by the first bytes on disk. What cannot be read is told by whoever reads it in the end. */
async function beginningOf(path: string, files: Files): Promise<Uint8Array> {
  try {
    for await (const chunk of files.read(path)) return chunk
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
  }
  return new Uint8Array()
}
