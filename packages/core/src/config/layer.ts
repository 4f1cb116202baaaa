import type { SettingOrigin } from './field.js'
import type { NamedField } from './walk-section.js'

/** One source of raw values. */
export interface Layer {
  /** undefined: this layer says nothing about the field. */
  valueOf(named: NamedField): unknown
  originOf(named: NamedField): SettingOrigin
}

/** Inputs of an action or options of the command line: always text; an empty text counts as not given. */
export function inputLayer(inputs: ReadonlyMap<string, string>): Layer {
  return {
    valueOf({ field }) {
      const text = field.input === null ? undefined : inputs.get(field.input)
      return text === undefined || text.trim() === '' ? undefined : text
    },
    originOf: ({ field, path }) => ({ kind: 'input', name: field.input ?? path.join('.') }),
  }
}

/**
 * One part of a parsed config file.
 * @param prefix where the part starts: `['coverage']` for a gate's section, `[]` for the top
 */
export function fileLayer(file: ConfigFile, prefix: readonly string[]): Layer {
  return {
    valueOf: ({ path }) => valueAt(file.root, [...prefix, ...path]),
    originOf: ({ path }) => ({
      kind: 'file',
      path: file.path,
      line: file.lineOf([...prefix, ...path]),
      at: file.at ?? null,
    }),
  }
}

/** A config file after YAML and before any meaning. */
export interface ConfigFile {
  readonly path: string
  /** The commit that the file was read from; absent: the tree as it lies there. */
  readonly at?: string
  readonly root: Readonly<Record<string, unknown>>
  /** 1-based line of a key; null when it is unknown. */
  lineOf(path: readonly string[]): number | null
}

function valueAt(root: unknown, path: readonly string[]): unknown {
  let node = root
  for (const name of path) {
    if (!isMapping(node) || !Object.hasOwn(node, name)) return undefined
    node = node[name]
  }
  // An empty YAML value (`line:`) means "not written".
  return node === null ? undefined : node
}

export function isMapping(node: unknown): node is Readonly<Record<string, unknown>> {
  return typeof node === 'object' && node !== null && !Array.isArray(node)
}
