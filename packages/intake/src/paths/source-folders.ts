import type { GoModules } from './go-modules.js'

/** A folder below which the folders of packages begin. */
export interface SourceFolder {
  /** Relative to the repository; empty or with a `/` at its end, as is `module`. */
  readonly path: string
  /** The folder of the module that it belongs to. */
  readonly module: string
  /** Whether it holds tests and what they need. */
  readonly isTest: boolean
}

/** What build files say that the layout of folders does not. */
export interface BuildFolders {
  readonly folders: readonly SourceFolder[]
  /** Name of a module to its folders: names repeat in large builds. */
  readonly moduleNames: ReadonlyMap<string, readonly string[]>
  readonly goModules?: GoModules
}

export const NO_BUILD_FOLDERS: BuildFolders = { folders: [], moduleNames: new Map() }

/** `src/main/java`, and what Gradle, Android variants and Kotlin's platforms call it: `src/freeDebug/kotlin`. */
const CONVENTION = /(?:^|\/)src\/([^/]+)\/(?:java|kotlin|scala|groovy)\//

const TESTS = /test/i

/** The source folder of a file by the usual layout; null for a file that lies elsewhere. */
export function conventionalFolder(path: string): SourceFolder | null {
  const match = CONVENTION.exec(path)
  if (match === null) return null
  const end = match.index + match[0].length
  const module = match[0].startsWith('/') ? path.slice(0, match.index + 1) : ''
  return { path: path.slice(0, end), module, isTest: TESTS.test(match[1] ?? '') }
}
