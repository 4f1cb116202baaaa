import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { Request } from '@testwarden/core/model/request'
import type { incidentsConfig } from '../config.js'
import type { IncidentsFacts } from '../facts.js'
import { goesElsewhere } from '../freeze/line-state.js'
import { listIncidents } from './ask-incidents.js'
import { PULLS } from './request-ids.js'

/** Where the history says that the line is stopped: whether the issues are open still, and which labels the change bears. */
export function askLine(
  { facts, run }: Pick<Evidence<IncidentsFacts>, 'facts' | 'run'>,
  config: GateConfig<typeof incidentsConfig>,
): readonly Request[] {
  if (facts.frozen === null || facts.frozen.incidents.length === 0) return []
  if (run.baseBranch !== undefined && goesElsewhere(facts.frozen, run.baseBranch)) return []
  return [listIncidents(config, { isOnlyRead: true }), { kind: 'list-pulls', id: PULLS }]
}
