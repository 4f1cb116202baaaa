import { ConfigurationError } from '../model/errors.js'
import { canonicalJson } from '../model/record-key.js'
import {
  type Field,
  type InnerFault,
  isField,
  type Section,
  type Setting,
  type SettingOrigin,
  type Settings,
} from './field.js'
import type { Layer } from './layer.js'
import type { NamedField } from './walk-section.js'

export type Resolution<S extends Section> =
  | { readonly ok: true; readonly settings: Settings<S> }
  | { readonly ok: false; readonly errors: readonly ConfigurationError[] }

/**
 * The effective settings: for each field the first layer that has a value, else the field's fallback.
 * All errors are collected, so that a user mends a file once.
 * @param layers the strongest first
 */
export function resolveSettings<S extends Section>(section: S, layers: readonly Layer[]): Resolution<S> {
  return resolveEach(section, (named) => resolveField(named, layers))
}

/** One field's setting; with an error it is the assumed one. */
export interface ResolvedField {
  readonly setting: Setting<unknown>
  readonly error: ConfigurationError | null
}

/** Settings of a section by any rule for its fields. */
export function resolveEach<S extends Section>(
  section: S,
  resolve: (named: NamedField) => ResolvedField,
): Resolution<S> {
  const errors: ConfigurationError[] = []
  const settings = resolveSection(section, [], { resolve, errors })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, settings: settings as Settings<S> }
}

interface Resolving {
  readonly resolve: (named: NamedField) => ResolvedField
  readonly errors: ConfigurationError[]
}

function resolveSection(section: Section, prefix: readonly string[], resolving: Resolving): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const [name, node] of Object.entries(section)) {
    const path = [...prefix, name]
    settings[name] = isField(node) ? keep({ path, field: node }, resolving) : resolveSection(node, path, resolving)
  }
  return settings
}

function keep(named: NamedField, { resolve, errors }: Resolving): Setting<unknown> {
  const { setting, error } = resolve(named)
  if (error !== null) errors.push(error)
  return setting
}

/** @param layers the strongest first */
export function resolveField(named: NamedField, layers: readonly Layer[]): ResolvedField {
  for (const layer of layers) {
    const raw = layer.valueOf(named)
    if (raw === undefined) continue
    const origin = layer.originOf(named)
    const parsed = named.field.parse(raw)
    if (parsed.ok) return { setting: { value: parsed.value, origin }, error: null }
    const error =
      parsed.fault === undefined
        ? wrongValue({ named, raw, expected: parsed.expected, origin })
        : wrongInside(parsed.fault, layer.originOf({ ...named, path: [...named.path, ...parsed.fault.path] }))
    return { setting: assumed(named.field), error }
  }
  return { setting: assumed(named.field), error: null }
}

function assumed(field: Field<unknown>): Setting<unknown> {
  return { value: field.fallback, origin: { kind: 'assumed' } }
}

function wrongValue(wrong: {
  readonly named: NamedField
  readonly raw: unknown
  readonly expected: string
  readonly origin: Setting<unknown>['origin']
}): ConfigurationError {
  const { named, origin } = wrong
  const got = shownValue(wrong.raw)
  const what = origin.kind === 'input' ? `The input ${origin.name}` : `The setting ${named.path.join('.')}`
  return new ConfigurationError(`${what} is ${got}, which is not valid.`, {
    remedy: `Write ${wrong.expected}.`,
    ...placeOf(origin),
  })
}

function wrongInside({ message, remedy }: InnerFault, origin: SettingOrigin): ConfigurationError {
  return new ConfigurationError(message, { remedy, ...placeOf(origin) })
}

function placeOf(origin: SettingOrigin): { readonly path?: string; readonly line?: number } {
  if (origin.kind !== 'file') return {}
  return { path: origin.path, ...(origin.line === null ? {} : { line: origin.line }) }
}

/** A value as it stands in a sentence. */
export function settingText(field: Pick<Field<unknown>, 'toText'>, value: unknown): string {
  if (value === null) return 'nothing'
  if (field.toText !== undefined) return field.toText(value)
  if (Array.isArray(value)) return value.length === 0 ? 'nothing' : value.join(', ')
  return typeof value === 'object' ? canonicalJson(value) : String(value)
}

/** As its author would know it again. Anchors of YAML can make a value that holds itself, which JSON cannot show. */
function shownValue(raw: unknown): string {
  if (Array.isArray(raw)) return 'a list'
  if (typeof raw === 'object' && raw !== null) return 'a mapping'
  return (typeof raw === 'string' ? JSON.stringify(raw) : String(raw)).slice(0, 80)
}
