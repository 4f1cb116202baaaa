import type { Incident } from '../incident/incident.js'

/** For people to speak of: `EMRG-20261122-103500`, by the moment (UTC) when it was opened. */
export function incidentId({ severity, openedAt }: Pick<Incident, 'severity' | 'openedAt'>): string {
  const digits = openedAt.replace(/[-:]/g, '')
  return `${severity === 'critical' ? 'EMRG' : 'INC'}-${digits.slice(0, 8)}-${digits.slice(9, 15)}`
}
