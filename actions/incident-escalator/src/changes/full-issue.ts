import type { PlannedIncident } from '../plan/planned-incident.js'

/** GitHub takes 2,500 comments; of a long list nobody finds the newest, and whether one is there already is hard to tell. */
const COMMENTS_MAX = 900

/** Whether the incident goes on in a new issue. One that is over, or that somebody closed, stays where it is. */
export function isFull({ known, incident }: Pick<PlannedIncident, 'known' | 'incident'>): boolean {
  if (known === null || incident.state === 'resolved') return false
  return known.issue.state === 'open' && known.issue.comments >= COMMENTS_MAX
}
