import type { ActionDefinition } from '@testwarden/core/action/define-action'
import { earlierVerdict } from '@testwarden/core/action/earlier-verdict'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'

interface Judged {
  readonly definition: Pick<ActionDefinition, 'gate' | 'title'>
  readonly decision: Decision
}

/** What the evidence of the next gate says of those that were judged before it. Nothing where there is none. */
export function judgedEarlier(gates: readonly Judged[]): Pick<Evidence<unknown>, 'judged'> {
  if (gates.length === 0) return {}
  const judged = gates.map(({ definition: { gate, title }, decision }) => earlierVerdict({ gate, title, decision }))
  return { judged }
}
