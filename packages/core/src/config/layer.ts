import type { SettingOrigin } from './field.js'

/** One source of raw values. Later layers win over earlier ones. */
export interface Layer {
  /** The raw value at a path such as `['coverage', 'patch', 'line']`; undefined when this layer has none. */
  valueAt(path: readonly string[]): unknown
  originOf(path: readonly string[]): SettingOrigin
}

/** Inputs of an action and options of the command line: flat, always text; an empty text counts as not given. */
export function inputLayer(
  inputs: ReadonlyMap<string, string>,
  inputOf: (path: readonly string[]) => string | null,
): Layer {
  return {
    valueAt(path) {
      const name = inputOf(path)
      const text = name === null ? undefined : inputs.get(name)
      return text === undefined || text.trim() === '' ? undefined : text
    },
    originOf: (path) => ({ kind: 'input', name: inputOf(path) ?? path.join('.') }),
  }
}
