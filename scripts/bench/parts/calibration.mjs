import { calibrate } from '../../../actions/perf-regression/lib/promise/calibrate.js'
import { makeProject } from '../../simulate-perf/project.mjs'
import { PROMISED, pastOf } from '../../simulate-perf/promise.mjs'
import { MIN_EFFECT } from '../../simulate-perf/rules.mjs'
import { atMost } from '../rows.mjs'

const SIZE = { benchmarks: 200, runs: 600, rank: 0.5, hasOneProcessor: true }
const SEED = 1
const JOB_SECONDS = 300
const MOST_PERCENT = 5

/** What the promise about false alarms costs each job of a large suite with a long past: user CPU time. */
export function rows() {
  const past = pastOf(makeProject(SEED, SIZE))
  const from = process.cpuUsage()
  calibrate(past, { promised: PROMISED, minEffect: MIN_EFFECT })
  const seconds = process.cpuUsage(from).user / 1e6
  const what = `calibration of 200 benchmarks over 600 runs (${seconds.toFixed(1)} s): percent of a job of five minutes`
  return [atMost(what, (100 * seconds) / JOB_SECONDS, MOST_PERCENT)]
}
