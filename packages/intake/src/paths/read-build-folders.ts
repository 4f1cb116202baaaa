import type { Files } from '@testwarden/core/ports/files'
import type { BuildFileSearch } from './build-file-search.js'
import { mavenFolders } from './maven-folders.js'
import { type Pom, readPom } from './pom.js'
import { readGoModules } from './read-go-modules.js'
import { readQuietly } from './read-quietly.js'
import { type BuildFolders, NO_BUILD_FOLDERS } from './source-folders.js'

const MAX_POMS = 2000

/**
 * Reads the pom.xml, go.mod and go.work files of a repository. Gradle's build files are programs, so what they say stays
 * unknown: their modules and source folders go by the names of folders. A file that cannot be read says nothing.
 */
export async function readBuildFolders(search: BuildFileSearch, files: Files): Promise<BuildFolders> {
  return { ...(await readPoms(search, files)), goModules: await readGoModules(search, files) }
}

async function readPoms(search: BuildFileSearch, files: Files): Promise<BuildFolders> {
  const paths = (search.trackedFiles ?? []).filter((path) => isPom(path) && path.startsWith(search.workspacePrefix))
  if (paths.length === 0) return NO_BUILD_FOLDERS
  const parse = await createParser()
  const poms = new Map<string, Pom>()
  for (const path of paths.slice(0, MAX_POMS)) {
    const text = await readQuietly(path.slice(search.workspacePrefix.length), files)
    const pom = text === null ? null : readPom(text, parse)
    if (pom !== null) poms.set(path, pom)
  }
  return mavenFolders(poms)
}

function isPom(path: string): boolean {
  return path === 'pom.xml' || path.endsWith('/pom.xml')
}

/** Loaded only where there is a pom.xml. No entity is expanded, and numbers stay text. */
async function createParser(): Promise<(text: string) => unknown> {
  const { XMLParser } = await import('fast-xml-parser')
  const parser = new XMLParser({ parseTagValue: false, processEntities: false, ignoreDeclaration: true })
  return (text) => {
    try {
      return parser.parse(text)
    } catch {
      // The parser throws errors of several kinds at text that is no XML.
      return null
    }
  }
}
