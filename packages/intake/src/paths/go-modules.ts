import type { GoMod } from './go-mod.js'

/** Module path to the folders that it may be in: relative to the repository, empty or with a `/` at the end. */
export type GoModules = ReadonlyMap<string, readonly string[]>

export const NO_GO_MODULES: GoModules = new Map()

/**
 * Where the modules of a repository are. Of several folders with the same module, as in copies and examples, those that
 * a go.work uses count.
 * @param files go.mod and go.work files by their path in the repository
 */
export function goModules(files: ReadonlyMap<string, GoMod>): GoModules {
  const used = new Set([...files].flatMap(([path, { used: folders }]) => folders.map((folder) => below(path, folder))))
  const modules = new Map<string, string[]>()
  for (const [path, { module, replaced }] of files) {
    if (module !== null) add(modules, module, folderOf(path))
    for (const { path: name, folder } of replaced) add(modules, name, below(path, folder))
  }
  return new Map([...modules].map(([module, folders]) => [module, preferUsed(folders, used)]))
}

/**
 * The paths that an import path with a file's name may have, by the longest module first. Most are none: only names
 * of Go files, or ones that begin with a domain, are taken for import paths.
 */
export function goPaths(parts: readonly string[], modules: GoModules): readonly (readonly string[])[] {
  const [domain = ''] = parts
  if (modules.size === 0 || !(domain.includes('.') || parts.at(-1)?.endsWith('.go') === true)) return []
  const found: string[][] = []
  for (let length = parts.length - 1; length > 0; length--) {
    const folders = modules.get(parts.slice(0, length).join('/'))
    if (folders !== undefined) found.push(folders.map((folder) => `${folder}${parts.slice(length).join('/')}`))
  }
  return found
}

function add(modules: Map<string, string[]>, module: string, folder: string): void {
  const known = modules.get(module) ?? []
  if (!known.includes(folder)) modules.set(module, [...known, folder])
}

function preferUsed(folders: readonly string[], used: ReadonlySet<string>): readonly string[] {
  const chosen = folders.filter((folder) => used.has(folder))
  return chosen.length > 0 ? chosen : folders
}

function folderOf(path: string): string {
  return path.slice(0, path.lastIndexOf('/') + 1)
}

/** A folder as a file names it; outside of the repository it is as good as none and matches nothing. */
function below(file: string, folder: string): string {
  const parts = folderOf(file).split('/').filter(Boolean)
  for (const part of folder.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.map((part) => `${part}/`).join('')
}
