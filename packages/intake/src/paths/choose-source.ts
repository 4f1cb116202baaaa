import type { WrittenPath } from '../written-path.js'
import type { SourceFile, SourceFiles } from './source-files.js'
import type { BuildFolders, SourceFolder } from './source-folders.js'

/** Where a path stands that a report writes. */
export interface ReportPlace {
  /** The report's own path, relative to the repository; reports of a module usually lie in its folder. */
  readonly report: string
  /** The part of the build that the report puts the file in; null where it tells of none. */
  readonly module: string | null
}

/** The tracked files that may be meant: none, one, or several between which nothing decides. */
export interface SourceChoice {
  readonly paths: readonly string[]
  /** Files of other modules are not meant: the report names one that is known. */
  readonly isOfModule: boolean
}

export interface KnownSources {
  readonly place: ReportPlace
  readonly build: BuildFolders
  readonly files: SourceFiles
}

/**
 * Each step keeps those that are best in something: in the named module, most of the package in the folders, sources
 * rather than tests, nearest to the report. Nothing for an absolute path: it says where its file is.
 */
export function chooseSource(path: WrittenPath, { place, build, files }: KnownSources): SourceChoice {
  const candidates = path.isAbsolute ? [] : files.candidates(path.parts.join('/'))
  const module = place.module === null ? null : nameOf(place.module)
  const ofModule = module === null ? [] : candidates.filter(({ folder }) => liesIn(folder, module, build))
  const isOfModule = ofModule.length > 0 || (module !== null && candidates.length > 0 && build.moduleNames.has(module))
  const possible = isOfModule ? ofModule : candidates
  const whole = best(possible, ({ inner }) => inner.length)
  const sources = best(whole, ({ folder }) => (folder.isTest ? 0 : 1))
  const nearest = best(sources, (file) => commonFolders(file.path, place.report))
  return { paths: nearest.map((file) => file.path), isOfModule }
}

function best(files: readonly SourceFile[], rank: (file: SourceFile) => number): readonly SourceFile[] {
  const ranks = files.map(rank)
  const highest = ranks.reduce((left, right) => Math.max(left, right), 0)
  return files.filter((_, index) => ranks[index] === highest)
}

/** Nested groups go by the innermost, Gradle's `:app:core` by its last part. */
function nameOf(module: string): string {
  return module.slice(Math.max(module.lastIndexOf('/'), module.lastIndexOf(':')) + 1)
}

/** Modules go by a name of the build file or by that of their folder. */
function liesIn(folder: SourceFolder, module: string, { moduleNames }: BuildFolders): boolean {
  return moduleNames.get(module)?.includes(folder.module) === true || `/${folder.module}`.endsWith(`/${module}/`)
}

function commonFolders(left: string, right: string): number {
  let count = 0
  for (let at = 0; at < left.length && left[at] === right[at]; at++) if (left[at] === '/') count++
  return count
}
