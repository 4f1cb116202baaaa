import { parseWrittenPath } from '../written-path.js'

/** What somebody wants to have explained. */
export interface Question {
  /** As the user wrote it, without the line. */
  readonly file: string
  /** 1-based; null: the file as a whole. */
  readonly line: number | null
}

/** Where the user stands. */
export interface Standpoint {
  /** Absolute path of the working directory. */
  readonly workspace: string
  /** Where it lies inside the repository: empty at its root, else a path that ends with `/`. */
  readonly workspacePrefix: string
}

/** `src/a.py`, `src/a.py:12`, and `src/a.py:12:5` as compilers write it. */
const FILE_AND_LINE = /^(.+?):([1-9]\d{0,9})(?::\d{1,10})?$/s

export function parseQuestion(text: string): Question {
  const [, file, line] = FILE_AND_LINE.exec(text) ?? []
  return file === undefined ? { file: text, line: null } : { file, line: Number(line) }
}

/**
 * The paths of the repository that the user may mean, likeliest first: from where they stand, then from the repository's
 * root. What no report has under either may still be a path as some report writes it.
 */
export function meantPaths(file: string, { workspace, workspacePrefix }: Standpoint): readonly string[] {
  const path = parseWrittenPath(file)
  if (path === null) return []
  if (!path.isAbsolute) {
    const below = parseWrittenPath(workspacePrefix + file.replaceAll('\\', '/'))?.parts ?? []
    return [...new Set([below.join('/'), path.parts.join('/')])]
  }
  const depth = workspacePrefix.split('/').length - 1
  const here = parseWrittenPath(workspace)?.parts ?? []
  const root = here.slice(0, here.length - depth)
  const isInside = root.every((part, index) => part === path.parts[index])
  return isInside ? [path.parts.slice(root.length).join('/')] : []
}

/** One spelling for paths that differ in separators, `./` and the like. */
export function tidyPath(path: string): string {
  const parsed = parseWrittenPath(path)
  return parsed === null ? path : `${parsed.isAbsolute ? '/' : ''}${parsed.parts.join('/')}`
}

/** The last component in lower case: what two spellings of one file have in common, whatever else differs. */
export function fileNameOf(path: string): string {
  return path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1).toLowerCase()
}
