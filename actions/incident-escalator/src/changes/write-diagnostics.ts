import type { WriteFile } from '@testwarden/core/model/change'
import { createRedactor } from '@testwarden/core/render/redact'
import { observed } from '../asking/observed.js'
import { ENVIRONMENT } from '../asking/request-ids.js'
import { incidentId } from '../page/incident-id.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'

/** A file for each incident that this run opens, for upload with the reports. */
export function writeDiagnostics(subject: Subject): readonly WriteFile[] {
  return openedIncidents(subject).map((planned) => {
    const path = diagnosticsPath(planned, subject)
    const redact = createRedactor(subject.config.file.redact.value)
    const content = `${redact(JSON.stringify(diagnosticsOf(planned, subject), null, 2))}\n`
    return { kind: 'write-file', key: `diagnostics:${path}`, path, content }
  })
}

function openedIncidents({ plan, config }: Subject): readonly PlannedIncident[] {
  if (config.own.diagnostics.value === null) return []
  return (plan?.incidents ?? []).filter(({ transitions }) => transitions.some(({ kind }) => kind === 'opened'))
}

function diagnosticsPath({ incident }: PlannedIncident, { config }: Subject): string {
  const folder = (config.own.diagnostics.value ?? '').replace(/\/+$/, '')
  return `${folder}/${incidentId(incident)}-${incident.dedupKey.slice(-8)}.json`
}

function diagnosticsOf({ incident, trouble }: PlannedIncident, { evidence }: Subject): object {
  const { run, facts } = evidence
  return {
    schema: 'testwarden.diagnostics/1',
    incident: { id: incidentId(incident), key: incident.dedupKey, severity: incident.severity },
    run: { workflow: run.key.workflow, job: run.key.job, run: run.key.run, attempt: run.key.attempt },
    commit: run.testedSha,
    event: run.event,
    machine: run.machine,
    environment: observed(evidence, ENVIRONMENT, 'environment')?.values ?? {},
    reports: facts.legs.flatMap(({ reports }) => reports),
    failures: (trouble?.tests ?? []).map(({ key, message, location }) => ({ test: key, message, location })),
  }
}
