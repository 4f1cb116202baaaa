import { type ConfigSources, type ConfiguredGate, effectiveConfig } from '@testwarden/core/action/effective-config'
import type { SharedSettings } from '@testwarden/core/action/shared-config'
import type { Field, Settings } from '@testwarden/core/config/field'
import type { Formula } from '@testwarden/core/model/coverage-formula'
import { GATES } from '@testwarden/suite/gates'
import { chooseGates } from '../choose-gates.js'

/** The settings of coverage-gate that say what is read and how it is counted. */
type ReadingSection = {
  readonly reports: Field<readonly string[]>
  readonly format: Field<string | null>
  readonly roots: Field<readonly string[]>
  readonly ignore: Field<readonly string[]>
  readonly formula: Field<Formula>
}

export interface CoverageSettings {
  readonly own: Settings<ReadingSection>
  readonly shared: SharedSettings
  /** Under which its records are kept. */
  readonly action: string
}

/** What the gate that judges coverage would be run with. @throws ConfigurationError */
export function coverageSettings(sources: ConfigSources): CoverageSettings {
  const [found = GATES[0]] = chooseGates(['coverage'])
  const definition: ConfiguredGate<ReadingSection> = found
  const resolved = effectiveConfig(definition, sources)
  if (!resolved.ok) throw resolved.errors[0]
  return { own: resolved.config.gate.own, shared: resolved.config.gate.shared, action: found.id }
}
