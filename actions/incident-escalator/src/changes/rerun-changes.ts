import type { RerunJob } from '@testwarden/core/model/change'
import { observed } from '../asking/observed.js'
import { FREEZE_JOBS, PULLS } from '../asking/request-ids.js'
import { lineTurn } from '../freeze/line-turn.js'
import { planReruns, type RerunPlan } from '../freeze/plan-reruns.js'
import type { Subject } from '../subject.js'

/** null: the line stays as it is, or nobody asked whose job runs again. */
export function rerunPlanOf(subject: Subject): RerunPlan | null {
  const turn = lineTurn(subject)
  const pulls = observed(subject.evidence, PULLS, 'pulls')
  if (turn === null || pulls === null) return null
  const jobs = observed(subject.evidence, FREEZE_JOBS, 'jobs')?.jobs ?? []
  return planReruns({ turn, pulls: pulls.pulls, jobs, branch: subject.evidence.run.branch ?? '' })
}

/** Jobs whose answer has changed. They come behind the record that they will read. */
export function rerunChanges(subject: Subject): readonly RerunJob[] {
  return rerunPlanOf(subject)?.reruns ?? []
}
