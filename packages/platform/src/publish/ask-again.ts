import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { askUntilSettled } from '../ask-loop.js'
import type { AnyAction } from '../judge-gates.js'

/**
 * What the whole needs beyond what its legs observed: how GitHub looks now. Issues that a leg read are forgotten, as it
 * may be anybody's and time has passed. No command is run here: that is for the jobs that have the code.
 */
export async function askAgain(
  definition: AnyAction,
  {
    whole,
    config,
    ports,
  }: { readonly whole: Evidence<unknown>; readonly config: GateConfig<Section>; readonly ports: Ports },
): Promise<Evidence<unknown>> {
  const observations = whole.observations.filter(({ result }) => result.kind !== 'issues')
  const asking: AnyAction = {
    ...definition,
    ask: (evidence, own) => (definition.ask?.(evidence, own) ?? []).filter(({ kind }) => kind === 'list-issues'),
  }
  return askUntilSettled({ definition: asking, config, evidence: { ...whole, observations }, ports })
}
