import type { Pom } from './pom.js'
import type { BuildFolders, SourceFolder } from './source-folders.js'

/** How many parents of parents are asked. */
const MAX_PARENTS = 8

const USUAL = { sources: 'src/main/java', testSources: 'src/test/java' }

/** @param poms by their path in the repository */
export function mavenFolders(poms: ReadonlyMap<string, Pom>): BuildFolders {
  const folders: SourceFolder[] = []
  const moduleNames = new Map<string, string[]>()
  for (const [path, pom] of poms) {
    const module = path.slice(0, path.lastIndexOf('/') + 1)
    if (pom.artifactId !== null) moduleNames.set(pom.artifactId, [...(moduleNames.get(pom.artifactId) ?? []), module])
    const own = [inherited(path, 'sources', poms), ...pom.moreSources]
    for (const folder of own) folders.push({ path: below(module, folder), module, isTest: false })
    folders.push({ path: below(module, inherited(path, 'testSources', poms)), module, isTest: true })
  }
  return { folders, moduleNames }
}

/** Folders are inherited as they are written, so each project has them below its own. */
function inherited(path: string, key: 'sources' | 'testSources', poms: ReadonlyMap<string, Pom>): string {
  let at = path
  for (let depth = 0; depth < MAX_PARENTS; depth++) {
    const pom = poms.get(at)
    const folder = pom?.[key] ?? null
    if (folder !== null) return folder
    if (pom === undefined || pom.parent === null) break
    at = plain(`${at.slice(0, at.lastIndexOf('/') + 1)}${pom.parent}`)
  }
  return USUAL[key]
}

function below(module: string, folder: string): string {
  const path = plain(`${module}${folder}`)
  return path === '' ? '' : `${path}/`
}

function plain(path: string): string {
  const parts: string[] = []
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '' && part !== '.') parts.push(part)
  }
  return parts.join('/')
}
