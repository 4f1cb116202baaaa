import type { Settings } from '../config/field.js'
import { fileConfig } from '../config/file-config.js'
import { fileLayer, inputLayer } from '../config/layer.js'
import { resolveSettings } from '../config/resolve-settings.js'
import type { ConfigSources } from './effective-config.js'

/**
 * The settings above the sections of the gates.
 * @throws ConfigurationError for the first value that is wrong
 */
export function fileSettings({ inputs, file }: ConfigSources): Settings<typeof fileConfig> {
  const layers = [inputLayer(inputs), ...(file === null ? [] : [fileLayer(file, [])])]
  const resolved = resolveSettings(fileConfig, layers)
  if (resolved.ok) return resolved.settings
  throw resolved.errors[0]
}
