import type { Files } from '@testwarden/core/ports/files'
import type { BuildFileSearch } from './build-file-search.js'
import { type GoMod, readGoMod } from './go-mod.js'
import { type GoModules, goModules } from './go-modules.js'
import { readQuietly } from './read-quietly.js'

const MAX_FILES = 2000
/** The go command passes these folders by, wherever they are. */
const PASSED_BY = /(?:^|\/)(?:vendor|testdata|[._][^/]*)\//
const NAME = /(?:^|\/)go\.(?:mod|work)$/

/** Reads the go.mod and go.work files of a repository. A file that cannot be read says nothing. */
export async function readGoModules(
  { trackedFiles, workspacePrefix }: BuildFileSearch,
  files: Files,
): Promise<GoModules> {
  const paths = (trackedFiles ?? []).filter(
    (path) => NAME.test(path) && !PASSED_BY.test(path) && path.startsWith(workspacePrefix),
  )
  const found = new Map<string, GoMod>()
  for (const path of paths.slice(0, MAX_FILES)) {
    const text = await readQuietly(path.slice(workspacePrefix.length), files)
    if (text !== null) found.set(path, readGoMod(text))
  }
  return goModules(found)
}
