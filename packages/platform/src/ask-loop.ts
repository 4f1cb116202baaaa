import type { ActionDefinition, GateConfig } from '@testwarden/core/action/define-action'
import type { Section } from '@testwarden/core/config/field'
import { PlatformError } from '@testwarden/core/model/errors'
import { type Evidence, unanswered } from '@testwarden/core/model/evidence'
import type { Ports } from '@testwarden/core/ports/ports'
import { fulfil } from './requests/fulfil.js'

/**
 * An action that still asks after this many rounds asks in circles. What measures asks once for each pair of processes, of
 * which its settings allow no more than 400, and once for each step before them.
 */
const MAX_ROUNDS = 500

/**
 * Asks, fulfils and asks again until the action has no further question. Requests that were answered once are not
 * answered again, so `ask` may simply list everything it needs.
 */
export async function askUntilSettled<Own extends Section, Facts>(asking: {
  readonly definition: ActionDefinition<Own, Facts>
  readonly config: GateConfig<Own>
  readonly evidence: Evidence<Facts>
  readonly ports: Ports
}): Promise<Evidence<Facts>> {
  let evidence = asking.evidence
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const requests = asking.definition.ask?.(evidence, asking.config) ?? []
    const open = unanswered(requests, evidence.observations)
    if (open.length === 0) return evidence
    for (const request of open) {
      const observation = await fulfil(request, asking)
      evidence = { ...evidence, observations: [...evidence.observations, observation] }
    }
  }
  throw new PlatformError(`${asking.definition.id} still asks after ${MAX_ROUNDS} rounds.`, {
    remedy: 'This is a fault of the action: please report it.',
  })
}
