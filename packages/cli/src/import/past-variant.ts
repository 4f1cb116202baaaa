import { ConfigurationError } from '@testwarden/core/model/errors'
import { canonicalJson, type VariantKey } from '@testwarden/core/model/record-key'
import type { CommandCall } from '../command.js'

/**
 * As the live job's own variables say it, or nothing that it writes goes on from here.
 * @param action whose records they are
 * @throws ConfigurationError
 */
export function pastVariant({ values }: CommandCall, action: string): VariantKey {
  const missing = ['workflow', 'job', 'step'].filter((name) => (values.get(name) ?? '') === '')
  if (missing.length > 0)
    throw new ConfigurationError(`history import needs ${missing.map((name) => `--${name}`).join(', ')}.`, {
      remedy: `Name the workflow (its \`name:\`, or its file with --from-artifacts), the id of the job and the id of the step that runs ${action}; \`testwarden history show --action ${action}\` lists those that are there.`,
    })
  return {
    action,
    workflow: values.get('workflow') ?? '',
    job: values.get('job') ?? '',
    matrix: matrixOf(values.get('matrix') ?? '{}'),
    step: values.get('step') ?? '',
  }
}

function matrixOf(text: string): string {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) return canonicalJson(value)
  } catch {
    // Told below, with everything else that is no object.
  }
  throw new ConfigurationError(`--matrix ${JSON.stringify(text.slice(0, 80))} is no JSON object.`, {
    remedy: `Write one cell, such as --matrix '{"os":"linux"}'.`,
  })
}
