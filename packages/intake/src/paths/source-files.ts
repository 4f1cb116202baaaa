import { type BuildFolders, conventionalFolder, type SourceFolder } from './source-folders.js'

/** Files of languages that name files by package, so that reports know no more of them than that. */
const WITH_PACKAGES = /\.(?:java|kts?|scala|groovy)$/

/** More files of one name than this cannot be told apart in sensible time. */
const MAX_NAMESAKES = 5000

/** One tracked file in its source folder. */
export interface SourceFile {
  readonly path: string
  /** Below the source folder: the package's folders, or some of the last of them, and the name. */
  readonly inner: string
  readonly folder: SourceFolder
}

/** The tracked sources that a `package/File.ext` may mean. */
export interface SourceFiles {
  /**
   * Files whose place in their source folder is the path, or the end of it: other languages than Java may leave out
   * folders that all packages share. None for a path of any other language.
   */
  candidates(path: string): readonly SourceFile[]
}

export function createSourceFiles(trackedFiles: readonly string[], { folders }: BuildFolders): SourceFiles {
  const declared = new Map(folders.map((folder) => [folder.path, folder]))
  const byName = new Map<string, SourceFile[]>()
  for (const path of trackedFiles) {
    if (!WITH_PACKAGES.test(path)) continue
    const folder = declaredFolder(path, declared) ?? conventionalFolder(path)
    if (folder === null) continue
    const file = { path, inner: path.slice(folder.path.length), folder }
    const namesakes = byName.get(nameOf(path))
    if (namesakes === undefined) byName.set(nameOf(path), [file])
    else if (namesakes.length < MAX_NAMESAKES) namesakes.push(file)
  }
  return {
    candidates: (path) => (byName.get(nameOf(path)) ?? []).filter(({ inner }) => isMeant(inner, path)),
  }
}

function isMeant(inner: string, path: string): boolean {
  return inner === path || (!path.endsWith('.java') && path.endsWith(`/${inner}`))
}

/** The innermost folder that a build file names; the repository's own root is one, too. */
function declaredFolder(path: string, declared: ReadonlyMap<string, SourceFolder>): SourceFolder | null {
  if (declared.size === 0) return null
  for (let end = path.lastIndexOf('/'); end !== -1; end = path.lastIndexOf('/', end - 1)) {
    const folder = declared.get(path.slice(0, end + 1))
    if (folder !== undefined) return folder
    if (end === 0) return null
  }
  return declared.get('') ?? null
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
