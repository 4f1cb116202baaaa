import { lazily } from './lazily.js'
import { chooseSource, type ReportPlace } from './paths/choose-source.js'
import { type GoModules, goPaths, NO_GO_MODULES } from './paths/go-modules.js'
import { createSourceFiles } from './paths/source-files.js'
import { type BuildFolders, NO_BUILD_FOLDERS } from './paths/source-folders.js'
import type { SuffixIndex, SuffixMatch } from './suffix-index.js'
import { createTrackedTree, type TrackedTree } from './tracked-tree.js'
import { joinPaths, parseWrittenPath, stripCheckoutFolder, type WrittenPath } from './written-path.js'

/** A report with more sources than this is not believed further: each would be tried for each of its files. */
export const MAX_SOURCES = 32

/** How a written path led to a tracked one. */
export type ResolvedBy =
  | 'go-module'
  | 'exact'
  | 'source'
  | 'workspace'
  | 'root'
  | 'checkout-folder'
  | 'case'
  | 'suffix'
  | 'source-folder'
  | 'file-name'
  | 'unchecked'

export interface ResolvedPath {
  readonly path: string
  readonly how: ResolvedBy
}

/** Why a path did not resolve, for people. */
export interface PathExplanation {
  /** The rewrites that no tracked file answers to. */
  readonly tried: readonly string[]
  /** Tracked files between which nothing decides. */
  readonly candidates: readonly string[]
}

export interface PathResolver {
  /**
   * null: no tracked file, or more than one, answers to the path.
   * @param sources the folders that the report's paths may be relative to, as written; {@link MAX_SOURCES} count
   * @param place tells files of the same package and name apart
   */
  resolve(written: string, sources: readonly string[], place?: ReportPlace): ResolvedPath | null
  explain(written: string, sources: readonly string[]): PathExplanation
}

export interface PathResolverOptions {
  /** Relative to the repository's root; null without a repository: paths are only tidied up then. */
  readonly trackedFiles: readonly string[] | null
  /** Where the workspace lies inside the repository: empty at its root, else a path that ends with `/`. */
  readonly workspacePrefix?: string
  /** Further folders of the user's: relative ones are put in front, absolute ones are taken off. */
  readonly roots: readonly string[]
  /** What build files say of source folders and modules. */
  readonly build?: BuildFolders
}

/**
 * Maps the paths of reports to tracked files. Reports name files relative to where a tool ran, below folders of build
 * machines and containers, with drives, URLs or another case; a wrong guess would blame the wrong file, so every step
 * needs a single answer. Steps, the first answer wins: in the folder of a Go module that the path begins with, below one
 * of the report's sources, below the workspace, as written, without the folder where the repository was checked out,
 * below the user's roots, in another case, by the longest ending of at least a folder and a name (as written, then in
 * any case), below a source folder of any module, by the name of a file in the repository's root. Where a report names
 * a file's module, a source folder of that module comes before all of them.
 */
export function createPathResolver(options: PathResolverOptions): PathResolver {
  const { trackedFiles, roots, workspacePrefix = '', build = NO_BUILD_FOLDERS } = options
  if (trackedFiles === null) return { resolve: tidyUp, explain: () => ({ tried: [], candidates: [] }) }
  const tree = createTrackedTree(trackedFiles)
  const places = {
    roots: parseAll(roots),
    workspace: parseWrittenPath(workspacePrefix)?.parts ?? [],
    goModules: build.goModules ?? NO_GO_MODULES,
  }
  const sourceFiles = lazily(() => createSourceFiles(trackedFiles, build))
  const search = (written: string, sources: readonly string[], place: ReportPlace | null): Search => {
    // A backslash may be part of a name where names may have one.
    if (written.includes('\\') && tree.has(written)) return answer([written], 'exact')
    const path = parseWrittenPath(written)
    if (path === null || path.parts.length === 0) return { found: null, candidates: [] }
    const choice = place === null ? null : chooseSource(path, { place, build, files: sourceFiles() })
    if (choice?.isOfModule === true) return answer(choice.paths, 'source-folder')
    const found = searchTree({ path, sources: parseAll(sources.slice(0, MAX_SOURCES)), ...places }, tree)
    return found.found !== null || choice === null || choice.paths.length === 0
      ? found
      : answer(choice.paths, 'source-folder')
  }
  return {
    resolve: (written, sources, place) => search(written, sources, place ?? null).found,
    explain: (written, sources) => ({
      tried: rewritesOf(written, sources, places),
      candidates: search(written, sources, null).candidates,
    }),
  }
}

interface Search {
  readonly found: ResolvedPath | null
  readonly candidates: readonly string[]
}

interface Places {
  readonly roots: readonly WrittenPath[]
  readonly workspace: readonly string[]
  readonly goModules: GoModules
}

interface Wanted extends Places {
  readonly path: WrittenPath
  readonly sources: readonly WrittenPath[]
}

function searchTree(wanted: Wanted, tree: TrackedTree): Search {
  const steps = rewrites(wanted)
  for (const { how, paths } of steps) {
    const hits = unique(paths.filter((path) => tree.has(path)))
    if (hits.length > 0) return answer(hits, how)
  }
  for (const { paths } of steps) {
    const hits = unique(paths.map((path) => tree.inAnyCase(path)).filter((path) => path !== null))
    if (hits.length > 0) return answer(hits, 'case')
  }
  return searchSuffix(wanted, tree)
}

function answer(hits: readonly string[], how: ResolvedBy): Search {
  const [only] = hits
  return hits.length === 1 && only !== undefined
    ? { found: { path: only, how }, candidates: [] }
    : { found: null, candidates: hits }
}

interface Step {
  readonly how: ResolvedBy
  readonly paths: readonly string[]
}

/** Whole paths that may be tracked as they stand, in the order in which they are believed. */
function rewrites({ path, sources, roots, workspace, goModules }: Wanted): readonly Step[] {
  const text = path.parts.join('/')
  const below = path.isAbsolute ? [] : sources.flatMap((source) => belowSource(source, path))
  const stripped = stripCheckoutFolder(path)
  const inModules = path.isAbsolute ? [] : goPaths(path.parts, goModules)
  return [
    ...inModules.map((paths): Step => ({ how: 'go-module', paths })),
    { how: 'source', paths: below },
    { how: 'workspace', paths: belowWorkspace(workspace, path, below) },
    { how: 'exact', paths: [text] },
    { how: 'checkout-folder', paths: stripped === null ? [] : [stripped.join('/')] },
    { how: 'root', paths: roots.flatMap((root) => belowRoot(root, path)) },
  ]
}

/** A source that names no folder of the repository decides nothing here; its join still serves the longest ending. */
function belowSource(source: WrittenPath, path: WrittenPath): string[] {
  const folder = source.isAbsolute ? stripCheckoutFolder(source) : source.parts
  return folder === null || folder.length === 0 ? [] : [[...folder, ...path.parts].join('/')]
}

/** Tools that ran in a subfolder write paths, and sources, relative to it. */
function belowWorkspace(workspace: readonly string[], path: WrittenPath, below: readonly string[]): string[] {
  if (workspace.length === 0 || path.isAbsolute) return []
  return [...below, path.parts.join('/')].map((text) => `${workspace.join('/')}/${text}`)
}

function belowRoot(root: WrittenPath, path: WrittenPath): string[] {
  if (!path.isAbsolute && !root.isAbsolute) return [[...root.parts, ...path.parts].join('/')]
  const isInside = path.isAbsolute && root.parts.every((part, index) => part === path.parts[index])
  return isInside ? [path.parts.slice(root.parts.length).join('/')] : []
}

/** A file name alone is no evidence, unless it is unique and lies in the repository's root. */
function searchSuffix({ path, sources }: Wanted, tree: TrackedTree): Search {
  // What was installed from elsewhere may share its last folders with files of the repository by accident.
  if (path.parts.includes('node_modules')) return { found: null, candidates: [] }
  const candidates = [path, ...sources.map((source) => joinPaths(source, path))]
  const { depth, paths } = longestEnding(candidates, tree.suffixes())
  if (depth >= 2) return answer(paths, 'suffix')
  const inAnyCase = longestEnding(candidates, tree.suffixesInAnyCase())
  if (inAnyCase.depth >= 2) return answer(inAnyCase.paths, 'suffix')
  const [only] = paths
  const isAtRoot = only !== undefined && !only.includes('/') && candidates.some(({ isAbsolute }) => isAbsolute)
  return depth === 1 && paths.length === 1 && isAtRoot ? answer(paths, 'file-name') : { found: null, candidates: paths }
}

function longestEnding(candidates: readonly WrittenPath[], suffixes: SuffixIndex): SuffixMatch {
  const matches = candidates.map(({ parts }) => suffixes.longestMatch(parts))
  const depth = Math.max(...matches.map((match) => match.depth))
  return { depth, paths: unique(matches.filter((match) => match.depth === depth).flatMap((match) => match.paths)) }
}

function rewritesOf(written: string, sources: readonly string[], places: Places): readonly string[] {
  const path = parseWrittenPath(written)
  if (path === null) return []
  const parsed = parseAll(sources.slice(0, MAX_SOURCES))
  const joined = parsed.map((source) => joinPaths(source, path).parts.join('/'))
  const steps = rewrites({ path, sources: parsed, ...places })
  return unique([...steps.flatMap((step) => step.paths), ...joined])
}

function tidyUp(written: string): ResolvedPath | null {
  const path = parseWrittenPath(written)
  if (path === null || path.parts.length === 0) return null
  const parts = stripCheckoutFolder(path) ?? path.parts
  return { path: parts.join('/'), how: 'unchecked' }
}

function parseAll(paths: readonly string[]): readonly WrittenPath[] {
  return paths.map(parseWrittenPath).filter((path) => path !== null)
}

function unique(paths: readonly string[]): string[] {
  return [...new Set(paths)]
}
