import type { RerunJob } from '@testwarden/core/model/change'
import type { HeadJob, OpenPull } from '@testwarden/core/model/github-observation'

export interface RerunQuestion {
  /** The line stops or goes on again. */
  readonly turn: 'freeze' | 'thaw'
  readonly pulls: readonly OpenPull[]
  /** The newest job that asks whether the line is stopped, of each commit. */
  readonly jobs: readonly HeadJob[]
  /** Only changes to this branch are stopped. */
  readonly branch: string
}

export interface RerunPlan {
  readonly reruns: readonly RerunJob[]
  /** Numbers of pull requests whose job should run again and does not: theirs is for a person, or for their next push. */
  readonly left: readonly number[]
}

/** GitHub allows eighty requests that change something in a minute, and there is more to tell. */
const MOST = 50

/**
 * The jobs whose answer has changed, the newest pull request first: those that passed when the line stops, and those that
 * failed when it goes on. One of a pull request that has none asks by itself once it is pushed to; one that runs still
 * will see how things are.
 */
export function planReruns({ turn, pulls, jobs, branch }: RerunQuestion): RerunPlan {
  const wrong = turn === 'freeze' ? 'success' : 'failure'
  const byHead = new Map(jobs.map((job) => [job.headSha, job]))
  const wanted = pulls.flatMap(({ number, headSha, baseBranch }) => {
    const job = byHead.get(headSha)
    return baseBranch === branch && job?.conclusion === wrong ? [{ number, job }] : []
  })
  const ready = wanted.filter(({ job }) => !job.isRunning)
  const reruns = ready.slice(0, MOST).map(({ job }) => job)
  const left = wanted.filter(({ job }) => !reruns.includes(job)).map(({ number }) => number)
  return { reruns: reruns.map(rerunOf), left }
}

function rerunOf({ jobId, attempt }: HeadJob): RerunJob {
  return { kind: 'rerun-job', key: `rerun-job:${jobId}:${attempt}`, jobId }
}
