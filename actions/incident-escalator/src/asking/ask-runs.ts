import type { GateConfig } from '@testwarden/core/action/define-action'
import type { Evidence } from '@testwarden/core/model/evidence'
import type { ListRuns } from '@testwarden/core/model/github-request'
import type { incidentsConfig } from '../config.js'
import { askedSince } from '../detect/troubles-of-missed-runs.js'
import { hasPast, type IncidentsFacts } from '../facts.js'
import { watchedRun } from '../standing/roles.js'
import { expectedRunId, WORKFLOW_RUNS } from './request-ids.js'

const DAY_MS = 24 * 60 * 60_000
/** Runs in a row are looked for so far back. */
const DAYS = 30

type Config = GateConfig<typeof incidentsConfig>

/** How runs went: of the workflow that ended, of this one where no history says it, and of those that are expected. */
export function askRuns({ run, facts }: Evidence<IncidentsFacts>, config: Config): readonly ListRuns[] {
  const branch = run.branch ?? ''
  const ended = watchedRun(run, config)
  const own = ended?.path.split('/').at(-1) ?? (hasPast(facts.past) ? null : run.key.workflow)
  const since = new Date(Date.parse(run.now) - DAYS * DAY_MS).toISOString()
  const event = ended?.event ?? null
  const asked = { kind: 'list-runs', branch } as const
  return [
    ...(own === null || own === '' ? [] : [{ ...asked, id: WORKFLOW_RUNS, workflow: own, event, since }]),
    ...config.own['expected-runs'].value.map((expected) => ({
      ...asked,
      id: expectedRunId(expected.workflow),
      workflow: expected.workflow,
      // A schedule is what is expected; that somebody pushed says nothing of it.
      event: 'schedule',
      since: askedSince(expected, run.now),
    })),
  ]
}
