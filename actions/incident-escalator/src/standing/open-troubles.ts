import { type Severity, worstSeverity } from '@testwarden/core/model/severity'
import type { Subject } from '../subject.js'

/** What needs a person now. */
export interface OpenTroubles {
  readonly count: number
  readonly worst: Severity | null
  /** `kept`: incidents as they stand after this run. `seen`: what this run found, where it keeps none. */
  readonly of: 'kept' | 'seen'
}

/** Incidents that are open, with those that wait for a later run; where none are kept, what would be one. */
export function openTroubles({ plan, detected }: Pick<Subject, 'plan' | 'detected'>): OpenTroubles {
  if (plan === null)
    return countOf(
      detected.troubles.map(({ severity }) => severity),
      'seen',
    )
  const open = plan.incidents.filter(({ incident }) => incident.state !== 'resolved')
  const severities = [...open.map(({ incident }) => incident.severity), ...plan.waiting.map(({ severity }) => severity)]
  return countOf(severities, 'kept')
}

function countOf(severities: readonly Severity[], of: OpenTroubles['of']): OpenTroubles {
  return { count: severities.length, worst: worstSeverity(severities), of }
}
