import { ConfigurationError } from '../model/errors.js'
import { type Field, isField, type Section, type Setting, type Settings } from './field.js'
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
  const errors: ConfigurationError[] = []
  const settings = resolveSection(section, [], { layers, errors })
  return errors.length > 0 ? { ok: false, errors } : { ok: true, settings: settings as Settings<S> }
}

interface Resolving {
  readonly layers: readonly Layer[]
  readonly errors: ConfigurationError[]
}

function resolveSection(section: Section, prefix: readonly string[], resolving: Resolving): Record<string, unknown> {
  const settings: Record<string, unknown> = {}
  for (const [name, node] of Object.entries(section)) {
    const path = [...prefix, name]
    settings[name] = isField(node)
      ? resolveField({ path, field: node }, resolving)
      : resolveSection(node, path, resolving)
  }
  return settings
}

function resolveField(named: NamedField, { layers, errors }: Resolving): Setting<unknown> {
  for (const layer of layers) {
    const raw = layer.valueOf(named)
    if (raw === undefined) continue
    const origin = layer.originOf(named)
    const parsed = named.field.parse(raw)
    if (parsed.ok) return { value: parsed.value, origin }
    errors.push(wrongValue({ named, raw, expected: parsed.expected, origin }))
    break
  }
  return assumed(named.field)
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
  const got = JSON.stringify(wrong.raw)?.slice(0, 80) ?? String(wrong.raw)
  const what = origin.kind === 'input' ? `The input ${origin.name}` : `The setting ${named.path.join('.')}`
  return new ConfigurationError(`${what} is ${got}, which is not valid.`, {
    remedy: `Write ${wrong.expected}.`,
    ...(origin.kind === 'file' ? { path: origin.path, ...(origin.line === null ? {} : { line: origin.line }) } : {}),
  })
}
