import type { Change, UpdateIssue } from '@testwarden/core/model/change'
import { twinBody } from '@testwarden/core/render/issue-body'
import type { Twin } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'
import { writeDiagnostics } from './write-diagnostics.js'
import { writeIncident } from './write-incident.js'

/** What this run does to the incidents; nothing where it keeps none. */
export function incidentChanges(subject: Subject): readonly Change[] {
  const { plan } = subject
  if (plan === null) return []
  return [
    ...plan.twins.map(closeTwin),
    ...plan.incidents.flatMap((planned) => writeIncident(planned, subject)),
    ...writeDiagnostics(subject),
  ]
}

function closeTwin({ issue, older }: Twin): UpdateIssue {
  return {
    kind: 'update-issue',
    key: `close-twin:${issue.number}`,
    issue: issue.number,
    body: twinBody(older.number),
    state: 'closed',
    closedAs: 'not_planned',
  }
}
