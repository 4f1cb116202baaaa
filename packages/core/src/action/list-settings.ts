import { type Field, isField, type Section, type Setting, type SettingOrigin } from '../config/field.js'
import { fileConfig } from '../config/file-config.js'
import { settingText } from '../config/resolve-settings.js'
import type { ConfigurationError } from '../model/errors.js'
import { type ConfigSources, type ConfiguredGate, effectiveConfig } from './effective-config.js'
import { sharedConfig } from './shared-config.js'

/** One effective value, as `testwarden config --print` tells it. */
export interface ListedSetting {
  /** `coverage.patch.line` */
  readonly key: string
  readonly value: unknown
  /** The value in words. */
  readonly text: string
  readonly role: Field<unknown>['role']
  readonly origin: SettingOrigin
}

export type ListedSettings =
  | { readonly ok: true; readonly settings: readonly ListedSetting[] }
  | { readonly ok: false; readonly errors: readonly ConfigurationError[] }

/** Every setting of the given gates, those above all gates first, in the order of the config file. */
export function listSettings(definitions: readonly ConfiguredGate<Section>[], sources: ConfigSources): ListedSettings {
  const settings: ListedSetting[] = []
  for (const [index, definition] of definitions.entries()) {
    const resolved = effectiveConfig(definition, sources)
    if (!resolved.ok) return resolved
    const { gate } = resolved.config
    if (index === 0) settings.push(...list(fileConfig, gate.file, []))
    settings.push(...list(sharedConfig, gate.shared, [definition.gate]))
    settings.push(...list(definition.config, gate.own, [definition.gate]))
  }
  return { ok: true, settings }
}

/** `values` has the shape of the section, with a setting for each field. */
function list(section: Section, values: unknown, prefix: readonly string[]): readonly ListedSetting[] {
  return Object.entries(section).flatMap(([name, node]) => {
    const value = (values as Readonly<Record<string, unknown>>)[name]
    const path = [...prefix, name]
    return isField(node) ? [listed(node, value as Setting<unknown>, path)] : list(node, value, path)
  })
}

function listed(field: Field<unknown>, { value, origin }: Setting<unknown>, path: readonly string[]): ListedSetting {
  return { key: path.join('.'), value, text: settingText(field, value), role: field.role, origin }
}
