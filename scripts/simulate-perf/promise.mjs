// What the promise about false alarms is worth: chosen by the past of a project, held against the runs that follow.
import { calibrate } from '../../actions/perf-regression/lib/promise/calibrate.js'
import { rowOf } from './measure.mjs'
import { makeProject } from './project.mjs'
import { byHistory, MIN_EFFECT } from './rules.mjs'

export const PROMISED = 200
const PAST_RUNS = 600
const FOLLOWING_RUNS = 600

/** A benchmark of at most this noise is never to be made advisory. */
const STEADY = 0.05

/** Other projects than those that the assumed policy is measured on. */
const PROMISE_SEED = 20_000

/** @returns sums over all projects */
export function measurePromise({ projects, benchmarks }) {
  const sums = { alarms: 0, runs: 0, chosen: 0, steady: 0, steadyAdvisory: 0, advisory: 0, seconds: 0 }
  for (let each = 0; each < projects; each++) {
    const size = { runs: PAST_RUNS + FOLLOWING_RUNS, benchmarks, rank: (each + 0.5) / projects, hasOneProcessor: true }
    const project = makeProject(PROMISE_SEED + each, size)
    const promise = timed(sums, () => calibrate(pastOf(project), { promised: PROMISED, minEffect: MIN_EFFECT }))
    if (promise.kind === 'chosen') sums.chosen++
    addAdvisory(sums, project, promise.policy)
    sums.alarms += countFollowing(project, promise.policy)
    sums.runs += FOLLOWING_RUNS
  }
  return sums
}

function timed(sums, work) {
  const from = process.cpuUsage()
  const result = work()
  sums.seconds += process.cpuUsage(from).user / 1e6
  return result
}

/** What is known of the first runs of a project. */
export function pastOf({ benchmarks, values }) {
  return {
    commits: Array.from({ length: PAST_RUNS }, (_, run) => ({ sha: `c${run}`, kernelNs: null })),
    series: Array.from({ length: benchmarks }, (_, index) => ({
      key: String(index),
      direction: 'lower',
      acceptedAt: null,
      minEffect: null,
      values: Array.from({ length: PAST_RUNS }, (_, run) => Math.exp(values[run * benchmarks + index])),
    })),
  }
}

function addAdvisory(sums, { noise }, { advisory }) {
  for (const [index, own] of noise.entries()) {
    const isAdvisory = advisory.has(String(index))
    if (isAdvisory) sums.advisory++
    if (own > STEADY) continue
    sums.steady++
    if (isAdvisory) sums.steadyAdvisory++
  }
}

function countFollowing(project, policy) {
  const take = byHistory(policy, project.benchmarks)
  let alarms = 0
  for (let run = 0; run < project.runs; run++) {
    const isRed = take(rowOf(project, run), run, 0).length > 0
    if (isRed && run >= PAST_RUNS) alarms++
  }
  return alarms
}
