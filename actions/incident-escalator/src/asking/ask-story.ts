import type { Request } from '@testwarden/core/model/request'
import { lineTurn } from '../freeze/line-turn.js'
import { rangeOf } from '../plan/commit-range.js'
import type { PlannedIncident } from '../plan/planned-incident.js'
import type { Subject } from '../subject.js'
import { observed } from './observed.js'
import { commitsId, ENVIRONMENT, FREEZE_JOBS, PULLS } from './request-ids.js'

/** Ranges of commits are asked for so many incidents, the worst first. */
const RANGES_MAX = 5

/** What the pages of incidents tell beyond what decides about them, and whose job runs again. */
export function askStory(subject: Subject): readonly Request[] {
  const incidents = subject.plan?.incidents ?? []
  return [...askCommits(incidents), ...askEnvironment(subject), ...askFreezeJobs(subject)]
}

function askCommits(incidents: readonly PlannedIncident[]): readonly Request[] {
  const ranges = incidents.flatMap((planned) => rangeOf(planned) ?? []).slice(0, RANGES_MAX)
  const requests = ranges.map(({ base, head }) => {
    return { kind: 'list-commits', id: commitsId(base, head), base, head } as const
  })
  return [...new Map(requests.map((request) => [request.id, request])).values()]
}

function askEnvironment({ plan, config }: Subject): readonly Request[] {
  const isNew = (plan?.incidents ?? []).some(({ transitions }) => transitions.some(({ kind }) => kind === 'opened'))
  if (!isNew || config.own.diagnostics.value === null) return []
  return [{ kind: 'read-environment', id: ENVIRONMENT, names: config.own['diagnostics-env'].value }]
}

function askFreezeJobs(subject: Subject): readonly Request[] {
  const { job, workflow } = subject.config.own.freeze
  if (lineTurn(subject) === null || job.value === null || workflow.value === null) return []
  const pulls = observed(subject.evidence, PULLS, 'pulls')
  const branch = subject.evidence.run.branch
  const headShas = (pulls?.pulls ?? []).filter(({ baseBranch }) => baseBranch === branch).map(({ headSha }) => headSha)
  const jobs = {
    kind: 'list-jobs',
    id: FREEZE_JOBS,
    workflow: workflow.value,
    job: job.value,
    event: 'pull_request',
    headShas,
  } as const
  return [{ kind: 'list-pulls', id: PULLS }, ...(pulls === null || headShas.length === 0 ? [] : [jobs])]
}
