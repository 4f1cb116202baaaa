import type { ConfigFile } from '@testwarden/core/config/layer'
import { isMapping } from '@testwarden/core/config/layer'
import { ConfigurationError } from '@testwarden/core/model/errors'
import type { Files } from '@testwarden/core/ports/files'
import { findTooDeep, MAX_YAML_DEPTH } from './yaml-depth.js'

export const DEFAULT_CONFIG_PATH = '.github/testwarden.yml'
export const MAX_CONFIG_BYTES = 1024 * 1024

/**
 * Reads the config file, or null when there is none at the default place.
 * @throws ConfigurationError when a named file is missing or the YAML is ill-formed
 */
export async function readConfigFile(files: Files, named: string | null): Promise<ConfigFile | null> {
  const path = named ?? DEFAULT_CONFIG_PATH
  const source = await files.readText(path, MAX_CONFIG_BYTES)
  if (source !== null) return parseConfigFile(path, source)
  if (named === null) return null
  throw new ConfigurationError(`The config file ${path} does not exist.`, {
    path,
    remedy: 'Correct the path, or leave it out to use the assumed limits.',
  })
}

/** @throws ConfigurationError when the YAML is ill-formed or no mapping */
export async function parseConfigFile(path: string, source: string): Promise<ConfigFile> {
  const { root: values, lineOf } = await parseYaml(path, source)
  const root = values ?? {}
  if (!isMapping(root)) throw illFormed(path, 'The file is not a mapping of settings.', 1)
  return { path, root, lineOf }
}

export interface YamlFile {
  readonly path: string
  /** null for a file without content. */
  readonly root: unknown
  /** 1-based; null when it is unknown. */
  lineOf(path: readonly (string | number)[]): number | null
}

/** YAML 1.2 without custom tags; loaded on demand because most repositories start without a config. */
export async function parseYaml(path: string, source: string): Promise<YamlFile> {
  const yaml = await import('yaml')
  const deep = findTooDeep(yaml, source)
  if (deep !== null) throw tooDeep(path, source.slice(0, deep).split('\n').length)
  const lines = new yaml.LineCounter()
  const document = yaml.parseDocument(source, {
    lineCounter: lines,
    customTags: [],
    prettyErrors: true,
    // The library compares each key with all others of its mapping, which takes minutes for a hostile file.
    uniqueKeys: false,
    logLevel: 'error',
  })
  const [error] = document.errors
  if (error !== undefined) throw illFormed(path, error.message, error.linePos?.[0]?.line)
  const repeated = findRepeatedKey(yaml, document)
  if (repeated !== null)
    throw illFormed(path, `The key ${repeated.key} is written twice.`, lines.linePos(repeated.offset).line)
  return {
    path,
    root: toValues(path, document),
    lineOf(keys) {
      const pair = document.getIn(keys, true)
      return yaml.isNode(pair) && pair.range ? lines.linePos(pair.range[0]).line : null
    },
  }
}

type Yaml = typeof import('yaml')

/** The first key that its mapping has already; of two values nobody can say which one is meant. */
function findRepeatedKey(
  yaml: Yaml,
  document: Parameters<Yaml['visit']>[0],
): { readonly key: string; readonly offset: number } | null {
  let repeated: { readonly key: string; readonly offset: number } | null = null
  yaml.visit(document, {
    Map(_, { items }) {
      const seen = new Set<string>()
      for (const { key } of items) {
        if (!yaml.isScalar(key)) continue
        const name = String(key.value)
        if (seen.has(name)) repeated = { key: JSON.stringify(name), offset: key.range?.[0] ?? 0 }
        if (repeated !== null) return yaml.visit.BREAK
        seen.add(name)
      }
      return undefined
    },
  })
  return repeated
}

/** The library refuses aliases that multiply beyond a hundred copies. */
function toValues(path: string, document: { toJS(): unknown }): unknown {
  try {
    return document.toJS()
  } catch (error) {
    throw illFormed(path, error instanceof Error ? error.message : String(error), 1)
  }
}

function tooDeep(path: string, line: number): ConfigurationError {
  return new ConfigurationError(`The file nests more than ${MAX_YAML_DEPTH} levels deep.`, {
    path,
    line,
    remedy: 'Look for brackets or indents that are never closed: no setting lies deeper than a few levels.',
  })
}

/** How the library ends a message whose line is said beside the path already. */
const PLACE = /(?: at line \d+, column \d+)?[.:]?$/

function illFormed(path: string, message: string, line: number | undefined): ConfigurationError {
  const [what = ''] = message.split('\n')
  return new ConfigurationError(`The config file is not valid YAML: ${what.replace(PLACE, '')}.`, {
    path,
    remedy: 'Mend the YAML; an editor that knows the published schema shows such mistakes while you type.',
    ...(line === undefined ? {} : { line }),
  })
}
