import type { GateConfig } from '@testwarden/core/action/define-action'
import { type ConfigSources, type ConfiguredGate, effectiveConfig } from '@testwarden/core/action/effective-config'
import type { Section } from '@testwarden/core/config/field'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { readConfigFile } from '@testwarden/platform/read-config-file'
import type { LocalStep } from '../open-local-step.js'

/** A policy that is replayed, and the file that it stands in. */
export interface ChosenPolicy<Own extends Section> {
  readonly settings: GateConfig<Own>
  readonly config: string | null
}

/** The policy in force last, in front of it the one that was named where it differs. @throws ConfigurationError */
export async function choosePolicies<Own extends Section>(
  definition: ConfiguredGate<Own>,
  named: string | undefined,
  { sources, ports }: LocalStep,
): Promise<readonly ChosenPolicy<Own>[]> {
  const inForce = policyOf(definition, { inputs: NO_INPUTS, file: sources.file })
  if (named === undefined) return [inForce]
  const tried = policyOf(definition, { inputs: NO_INPUTS, file: await readConfigFile(ports.files, named) })
  return isSame(tried, inForce) ? [tried] : [tried, inForce]
}

const NO_INPUTS: ReadonlyMap<string, string> = new Map()

function policyOf<Own extends Section>(definition: ConfiguredGate<Own>, sources: ConfigSources): ChosenPolicy<Own> {
  const resolved = effectiveConfig(definition, sources)
  if (!resolved.ok) throw resolved.errors[0]
  return { settings: resolved.config.gate, config: sources.file?.path ?? null }
}

/** Where a value comes from changes nothing in a replay. */
function isSame<Own extends Section>(left: ChosenPolicy<Own>, right: ChosenPolicy<Own>): boolean {
  const [one, other] = [left, right].map(({ settings: { own } }) =>
    canonicalJson(
      Object.entries<unknown>(own).map(([name, setting]) => [name, isSetting(setting) ? setting.value : setting]),
    ),
  )
  return one === other
}

function isSetting(value: unknown): value is { readonly value: unknown } {
  return typeof value === 'object' && value !== null && 'value' in value
}
