/** What a Maven project says of itself, as far as it tells where sources are. */
export interface Pom {
  readonly artifactId: string | null
  /** Where its parent's pom.xml is, relative to its own folder; null when it lies in no folder of this repository. */
  readonly parent: string | null
  /** Relative to the project's folder; null: the parent's, or the usual one. */
  readonly sources: string | null
  readonly testSources: string | null
  /** Further ones, by the build-helper plugin. */
  readonly moreSources: readonly string[]
}

/**
 * Reads the few elements that matter here.
 * @param parse an XML parser that makes objects; null from it is a file that is no XML
 * @see https://maven.apache.org/pom.html
 */
export function readPom(text: string, parse: (text: string) => unknown): Pom | null {
  const project = childOf(parse(text), 'project')
  if (!isObject(project)) return null
  const parent = childOf(project, 'parent')
  const build = childOf(project, 'build')
  return {
    artifactId: textOf(childOf(project, 'artifactId')),
    parent: isObject(parent) ? parentPath(childOf(parent, 'relativePath')) : null,
    sources: folderOf(childOf(build, 'sourceDirectory')),
    testSources: folderOf(childOf(build, 'testSourceDirectory')),
    moreSources: pluginSources(build),
  }
}

/** An empty relativePath says that the parent is not in this repository. */
function parentPath(written: unknown): string | null {
  if (written === undefined) return '../pom.xml'
  const path = textOf(written)
  if (path === null) return null
  return path.endsWith('.xml') ? path : `${path}/pom.xml`
}

function pluginSources(build: unknown): readonly string[] {
  return listOf(childOf(childOf(build, 'plugins'), 'plugin'))
    .filter((plugin) => textOf(childOf(plugin, 'artifactId')) === 'build-helper-maven-plugin')
    .flatMap((plugin) => listOf(childOf(childOf(plugin, 'executions'), 'execution')))
    .flatMap((execution) => listOf(childOf(childOf(childOf(execution, 'configuration'), 'sources'), 'source')))
    .map(folderOf)
    .filter((folder) => folder !== null)
}

const BASE = /^\$\{(?:project\.)?basedir\}\/?/

/** null for a folder that only a running Maven could tell: it has a property in its path. */
function folderOf(value: unknown): string | null {
  const path = textOf(value)?.replace(BASE, '') ?? null
  return path === null || path.includes('${') ? null : path
}

function childOf(value: unknown, name: string): unknown {
  return isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined
}

/** One element is itself, several are a list. */
function listOf(value: unknown): readonly unknown[] {
  if (value === undefined) return []
  return Array.isArray(value) ? value : [value]
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value.trim() : null
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
