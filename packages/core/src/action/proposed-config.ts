import type { Field, Section } from '../config/field.js'
import { type ConfigFile, fileLayer } from '../config/layer.js'
import { resolveField } from '../config/resolve-settings.js'
import { fieldsOf } from '../config/walk-section.js'
import { canonicalJson } from '../model/record-key.js'
import type { GateConfig } from './define-action.js'
import { type ConfigSources, type ConfiguredGate, effectiveConfig } from './effective-config.js'

/**
 * The settings of a gate as they will be once a change is merged, where its config file alters the policy of that gate.
 * null: it does not, there is no change, or the file cannot be used. They never count in the change's own run.
 */
export function proposedConfig<Own extends Section>(
  definition: ConfiguredGate<Own>,
  { inputs, file, policy }: ConfigSources,
): GateConfig<Own> | null {
  if (policy?.kind !== 'base') return null
  const [before, after] = [policy.before, file].map((source) => policyText(definition, source))
  if (before === after) return null
  const resolved = effectiveConfig(definition, { inputs, file })
  return resolved.ok ? resolved.config.gate : null
}

/** Where a limit stands is not compared, but whether anybody wrote it: one that nobody wrote only advises. */
function policyText({ gate, config }: ConfiguredGate<Section>, file: ConfigFile | null): string {
  const layers = file === null ? [] : [fileLayer(file, [gate])]
  const policy = [...fieldsOf(config)].filter(
    ({ field }: { readonly field: Field<unknown> }) => field.role === 'policy',
  )
  return canonicalJson(
    policy.map((named) => {
      const { setting } = resolveField(named, layers)
      return [named.path, setting.value, setting.origin.kind === 'assumed']
    }),
  )
}
