import type { Settings } from '../config/field.js'
import { fileConfig } from '../config/file-config.js'
import { type ConfigSources, resolveIn, usablePolicy } from './effective-config.js'

/**
 * The settings above the sections of the gates.
 * @throws ConfigurationError for the first value that is wrong
 */
export function fileSettings(sources: ConfigSources): Settings<typeof fileConfig> {
  const { inputs, file } = sources
  const policy = usablePolicy(NO_GATE, sources.policy)
  const resolved = resolveIn(fileConfig, [], { inputs, file, policy, looser: [] })
  if (resolved.ok) return resolved.settings
  throw resolved.errors[0]
}

/** Sections of gates are for the gates to judge. */
const NO_GATE = { gate: '', config: {} }
