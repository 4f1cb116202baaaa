import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import { askIncidents } from './asking/ask-incidents.js'
import { askLine } from './asking/ask-line.js'
import { askRuns } from './asking/ask-runs.js'
import { askStory } from './asking/ask-story.js'
import type { incidentsConfig } from './config.js'
import type { IncidentsFacts } from './facts.js'
import { asksForFreeze, keepsIncidents } from './standing/roles.js'
import { subjectOf } from './subject.js'

/** What GitHub must tell first: runs, issues and what people did on them, then what the story of a new incident needs. */
export function ask(
  evidence: Evidence<IncidentsFacts>,
  config: GateConfig<typeof incidentsConfig>,
): readonly Request[] {
  const { run } = evidence
  if (asksForFreeze(run, config)) return askLine(evidence, config)
  if (!keepsIncidents(run, config)) return []
  const first = [...askRuns(evidence, config), ...askIncidents(evidence, config)]
  const answered = new Set(evidence.observations.map(({ requestId }) => requestId))
  // What comes next depends on all of it.
  return first.every(({ id }) => answered.has(id)) ? [...first, ...askStory(subjectOf(evidence, config))] : first
}
