import type { Incident } from '../incident/incident.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'

export type LineTurn = 'freeze' | 'thaw'

/** Whether this step stops the line, or lets it go on; null: it stays as it is, or nobody stops it at all. */
export function lineTurn({ known, plan, config }: Pick<Subject, 'known' | 'plan' | 'config'>): LineTurn | null {
  if (config.own.freeze.when.value === 'never' || known === null || plan === null) return null
  const before = known.incidents.some(({ incident }) => stops(incident))
  const after = criticalIncidents(plan).length > 0
  if (before === after) return null
  return after ? 'freeze' : 'thaw'
}

/** Critical incidents that are open after this step. All that were open before it are planned for. */
export function criticalIncidents({ incidents }: NonNullable<Subject['plan']>): readonly PlannedIncident[] {
  return incidents.filter(({ incident }) => stops(incident))
}

/** As its memory says: whether its issue was closed since is part of the step. */
function stops({ severity, state }: Pick<Incident, 'severity' | 'state'>): boolean {
  return severity === 'critical' && state !== 'resolved'
}
