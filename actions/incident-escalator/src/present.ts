import type { GateConfig } from '@testwarden/core/action/define-action'
import { reasonSections } from '@testwarden/core/limits/reason-sections'
import type { Decision } from '@testwarden/core/model/decision'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Page } from '@testwarden/core/model/page'
import type { incidentsConfig } from './config.js'
import type { IncidentsFacts } from './facts.js'
import { subjectOf } from './subject.js'
import { incidentSections } from './summary/incident-sections.js'
import { lineSections } from './summary/line-sections.js'
import { noteSections } from './summary/note-sections.js'
import { troubleSections } from './summary/trouble-sections.js'

/** They have sections of their own. */
const TOLD_ELSEWHERE: readonly string[] = ['stopped-line', 'open-incidents', 'report-problems']

/** The verdict's table stands above all pages of a step; this is what a reader needs beyond it. */
export function present(
  { verdict }: Decision,
  evidence: Evidence<IncidentsFacts>,
  config: GateConfig<typeof incidentsConfig>,
): Page {
  const subject = subjectOf(evidence, config)
  return {
    gate: 'incidents',
    title: 'Incidents',
    sections: [
      ...lineSections(subject),
      ...reasonSections(verdict.reasons, TOLD_ELSEWHERE),
      ...incidentSections(subject),
      ...troubleSections(subject),
      ...noteSections(subject),
    ],
  }
}
