import { PlatformError } from '@testwarden/core/model/errors'
import type { Ports } from '@testwarden/core/ports/ports'
import { describePassedBy, EVERYWHERE } from './discovery.js'

/** The repository that reports are about, as far as it is known. */
export interface Repository {
  /** Relative to its root; null without a repository. */
  readonly trackedFiles: readonly string[] | null
  /** @param path relative to the workspace */
  readonly isTracked: (path: string) => boolean
  /** Where the workspace lies inside it: empty at its root, else a path that ends with `/`. */
  readonly workspacePrefix: string
}

/** @param warn is told, for people, of folders that cannot be listed */
export async function readRepository(
  { git, files }: Pick<Ports, 'git' | 'files'>,
  warn: (message: string) => void,
): Promise<Repository> {
  if (git.absence !== null) {
    const found = await files.find(EVERYWHERE, (folder) => warn(describePassedBy(folder)))
    return withoutRepository(found.map(({ path }) => path))
  }
  try {
    const trackedFiles = await git.trackedFiles()
    const workspacePrefix = await git.workspacePrefix()
    const tracked = new Set(trackedFiles)
    return {
      trackedFiles: trackedFiles.length === 0 ? null : trackedFiles,
      isTracked: (path) => tracked.has(workspacePrefix + path),
      workspacePrefix,
    }
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error
    return withoutRepository(null)
  }
}

/** @param files what lies on disk stands in for what git tracks */
function withoutRepository(files: readonly string[] | null): Repository {
  return { trackedFiles: files, isTracked: () => false, workspacePrefix: '' }
}
