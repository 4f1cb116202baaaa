import { assertPlainJson } from './plain-json.js'
import type { SettingsFile } from './settings-file.js'

/** Indented JSON with a line end. @throws TypeError when a value is none that JSON can hold */
export function encodeSettings({ base, settings }: Omit<SettingsFile, 'schema'>): string {
  const printed = settings.map(({ key, value, role, origin }) => ({ key, value, role, origin }))
  const file: SettingsFile = { schema: 'testwarden.settings/1', base, settings: printed }
  assertPlainJson(file)
  return `${JSON.stringify(file, null, 2)}\n`
}
