import { ConfigurationError } from '../model/errors.js'
import { isField, type Section } from './field.js'
import { type ConfigFile, isMapping } from './layer.js'
import { suggest } from './suggest.js'

/** Beyond this many the file is no config of ours; the rest is counted. */
const MAX_TOLD = 20

/**
 * Keys of a config file that mean nothing: a typo in a limit must not quietly switch the limit off.
 * @param schema every section that a config file may have, whichever action is running
 */
export function findUnknownKeys(file: ConfigFile, schema: Section): ConfigurationError[] {
  const told: ConfigurationError[] = []
  let hidden = 0
  for (const tell of unknownKeys({ file, node: file.root, schema, path: [] })) {
    if (told.length < MAX_TOLD) told.push(tell())
    else hidden++
  }
  return hidden === 0 ? told : [...told, moreUnknownKeys(file, hidden)]
}

function moreUnknownKeys({ path }: ConfigFile, count: number): ConfigurationError {
  return new ConfigurationError(`${count} more keys are not known.`, {
    remedy: 'Check that this is the config file of Testwarden.',
    path,
  })
}

interface Place {
  readonly file: ConfigFile
  readonly node: Readonly<Record<string, unknown>>
  readonly schema: Section
  readonly path: readonly string[]
}

/** Each as a function, because finding its line and what it was meant to be takes time. */
function* unknownKeys({ file, node, schema, path }: Place): Generator<() => ConfigurationError> {
  for (const [name, value] of Object.entries(node)) {
    const inner = [...path, name]
    const known = Object.hasOwn(schema, name) ? schema[name] : undefined
    if (known === undefined) yield () => unknownKey(file, inner, Object.keys(schema))
    else if (isField(known)) continue
    else if (isMapping(value)) yield* unknownKeys({ file, node: value, schema: known, path: inner })
    else if (value !== null) yield () => notAMapping(file, inner, Object.keys(known))
  }
}

function unknownKey(file: ConfigFile, path: readonly string[], known: readonly string[]): ConfigurationError {
  const near = suggest(path.at(-1) ?? '', known)
  return new ConfigurationError(`The key ${path.join('.')} is not known.`, {
    remedy: near === null ? `Known here: ${known.join(', ')}.` : `Did you mean ${near}?`,
    ...place(file, path),
  })
}

function notAMapping(file: ConfigFile, path: readonly string[], known: readonly string[]): ConfigurationError {
  return new ConfigurationError(`The key ${path.join('.')} needs keys below it.`, {
    remedy: `Write one or more of: ${known.join(', ')}.`,
    ...place(file, path),
  })
}

function place(file: ConfigFile, path: readonly string[]): { readonly path: string; readonly line?: number } {
  const line = file.lineOf(path)
  return { path: file.path, ...(line === null ? {} : { line }) }
}
