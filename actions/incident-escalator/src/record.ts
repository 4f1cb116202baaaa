import type { AppendHistory } from '@testwarden/core/model/change'
import { canonicalJson } from '@testwarden/core/model/record-key'
import { openKey } from './changes/change-keys.js'
import { isFull } from './changes/full-issue.js'
import type { RecordedIncident } from './freeze/frozen-line.js'
import { criticalIncidents } from './freeze/line-turn.js'
import { INCIDENT_RECORD, type RecordedTurn } from './past/incident-record.js'
import type { PlannedIncident } from './plan/planned-incident.js'
import { keepsIncidents } from './standing/roles.js'
import { tellsOfRun } from './standing/signs.js'
import type { Subject } from './subject.js'

/**
 * What history keeps of a run of the default branch: what was wrong, by keys, what became of incidents, and which critical
 * ones are open. A run that tells nothing of tests is kept only where something became of one.
 */
export function recordRun(subject: Subject): readonly AppendHistory[] {
  const { evidence, teller, plan, config } = subject
  const { run, facts } = evidence
  if (run.testedSha === null || !keepsIncidents(run, config)) return []
  const critical = plan === null ? null : criticalIncidents(plan).map(recordedIncident)
  const tells = tellsOfRun(evidence) ? 'run' : null
  const before = keysOf(facts.frozen?.incidents ?? [])
  const turns = (plan?.incidents ?? []).flatMap(turnsOf)
  const hasNews = turns.length > 0 || (critical !== null && keysOf(critical) !== before)
  if (tells === null && !hasNews) return []
  const { signals, isWhole } = teller.present.record
  const body = { schema: INCIDENT_RECORD, signals, isWhole, tells, critical, turns }
  const key = `append-history:${canonicalJson(run.key)}`
  return [
    {
      kind: 'append-history',
      key,
      body,
      // What was wrong was wrong, and what became of incidents became of them, whichever legs are missing.
      standsAlone: true,
      speaksFor: 'default-branch',
    },
  ]
}

function turnsOf({ incident, transitions }: PlannedIncident): readonly RecordedTurn[] {
  const { dedupKey: key, severity } = incident
  return transitions.map(({ kind, at }) => ({ key, kind, at, severity }))
}

/** The number of an issue that this very step opens is known once it is open. */
function recordedIncident(planned: PlannedIncident): Omit<RecordedIncident, 'issue'> & { readonly issue: unknown } {
  const { incident, known } = planned
  const isOpened = known === null || isFull(planned)
  const issue = isOpened ? { ref: openKey(incident), field: 'id' } : known.issue.number
  return { key: incident.dedupKey, issue, openedAt: incident.openedAt }
}

function keysOf(incidents: readonly Pick<RecordedIncident, 'key'>[]): string {
  return incidents
    .map(({ key }) => key)
    .sort()
    .join(' ')
}
