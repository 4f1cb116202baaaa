import type { ObservedTimeline, TimelineEntry } from '@testwarden/core/model/github-observation'
import type { KnownIssue } from '@testwarden/core/model/issue'
import type { Incident } from '../incident/incident.js'
import { applyDeed } from '../life/apply-deed.js'
import type { Deed } from '../life/deed.js'

export interface Reconciling {
  /** In their order. */
  readonly deeds: readonly Deed[]
  /** null: nobody read it. */
  readonly timeline: Pick<ObservedTimeline, 'entries'> | null
  /** ISO 8601, UTC. */
  readonly now: string
}

/** A person whom the timeline does not name, such as one whose account is gone. */
const SOMEBODY = 'somebody'

/** The issue is the truth: where it is closed the incident is over, and where it is open again it is not, whoever did it. */
export function reconcile(
  issue: Pick<KnownIssue, 'state' | 'closedAt'>,
  incident: Incident,
  { deeds, timeline, now }: Reconciling,
): readonly Deed[] {
  const state = deeds.reduce((before, deed) => applyDeed(before, deed).incident, incident).state
  const byOf = (kind: TimelineEntry['kind']): string =>
    timeline?.entries.findLast((entry) => entry.kind === kind)?.by ?? SOMEBODY
  // What a command has just ended the issue does not know yet.
  const isEndedNow = deeds.some(({ kind }) => kind === 'resolve')
  if (issue.state === 'closed' && state !== 'resolved') {
    const at = new Date(issue.closedAt ?? now).toISOString()
    return [...deeds, { kind: 'resolve', at, by: byOf('closed') }]
  }
  if (issue.state === 'open' && state === 'resolved' && !isEndedNow)
    return [...deeds, { kind: 'reopen', at: now, by: byOf('reopened') }]
  return deeds
}
