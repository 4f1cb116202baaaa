import type { Field, Section, Settings } from '../config/field.js'
import { fileConfig } from '../config/file-config.js'
import { type ConfigFile, fileLayer, inputLayer, type Layer } from '../config/layer.js'
import { resolveSettings } from '../config/resolve-settings.js'
import { findUnknownKeys } from '../config/unknown-keys.js'
import type { ConfigurationError } from '../model/errors.js'
import type { ActionDefinition, GateConfig } from './define-action.js'
import { sharedConfig } from './shared-config.js'

/** Sections that a config file may have in this version; an action alone knows only its own in depth. */
export const GATE_SECTIONS: readonly string[] = ['coverage']

export interface ConfigSources {
  readonly inputs: ReadonlyMap<string, string>
  /** null: there is no config file, and everything is as given by inputs or assumed. */
  readonly file: ConfigFile | null
}

export interface EffectiveConfig<Own extends Section> {
  readonly top: Settings<typeof fileConfig>
  readonly gate: GateConfig<Own>
}

export type EffectiveConfigResult<Own extends Section> =
  | { readonly ok: true; readonly config: EffectiveConfig<Own> }
  | { readonly ok: false; readonly errors: readonly ConfigurationError[] }

/** The part of a definition that says which settings it has. */
export type ConfiguredGate<Own extends Section> = Pick<ActionDefinition<Own>, 'gate' | 'config'>

/** What one gate is run with: inputs win over the file, the file over what is assumed. */
export function effectiveConfig<Own extends Section>(
  definition: ConfiguredGate<Own>,
  sources: ConfigSources,
): EffectiveConfigResult<Own> {
  const top = resolveSettings(fileConfig, layersOf(sources, []))
  const shared = resolveSettings(sharedConfig, layersOf(sources, [definition.gate]))
  const own = resolveSettings(definition.config, layersOf(sources, [definition.gate]))
  const unknown = sources.file === null ? [] : findUnknownKeys(sources.file, fileSchema([definition]))
  if (top.ok && shared.ok && own.ok && unknown.length === 0)
    return { ok: true, config: { top: top.settings, gate: { own: own.settings, shared: shared.settings } } }
  return { ok: false, errors: [...unknown, ...errorsOf(top), ...errorsOf(shared), ...errorsOf(own)] }
}

/** The whole file's schema as far as the given actions know it; the rest of the suite's sections are let through. */
export function fileSchema(definitions: readonly ConfiguredGate<Section>[]): Section {
  const others = GATE_SECTIONS.map((gate) => [gate, anything] as const)
  const known = definitions.map(({ gate, config }) => [gate, { ...sharedConfig, ...config }] as const)
  return { ...fileConfig, ...Object.fromEntries<Section | Field<unknown>>([...others, ...known]) }
}

function layersOf({ inputs, file }: ConfigSources, prefix: readonly string[]): Layer[] {
  return [inputLayer(inputs), ...(file === null ? [] : [fileLayer(file, prefix)])]
}

function errorsOf(resolution: {
  readonly ok: boolean
  readonly errors?: readonly ConfigurationError[]
}): readonly ConfigurationError[] {
  return resolution.errors ?? []
}

const anything: Field<unknown> = {
  type: 'field',
  description: 'Settings of another gate.',
  fallback: null,
  fallbackText: '',
  input: null,
  role: 'policy',
  stricter: null,
  jsonSchema: {},
  parse: (raw) => ({ ok: true, value: raw }),
}
