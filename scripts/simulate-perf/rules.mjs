// Rules that look at the same values. Each is started for a project and told run after run: the logarithms of its values
// and its processor. It answers with the benchmarks that it calls slower, and did not call so in the run before.
import {
  assumedSigmas,
  historyPolicy,
  testTimePolicy,
} from '../../actions/perf-regression/lib/judging/series/history-policy.js'
import { SuiteTracker } from '../../actions/perf-regression/lib/judging/series/suite-tracker.js'
import { meanDeviation } from '../../packages/stats/lib/mean-deviation.js'
import { studentTQuantile } from '../../packages/stats/lib/student-t.js'

export const MIN_EFFECT = 0.05
const TEST_EFFECT = 0.5
/** Made-up tests all take longer. */
const LEAST_TEST_NS = 0
const PROCESSORS = 3

export const OURS = { name: 'testwarden', start: ({ benchmarks }) => byHistory(assumedPolicy(benchmarks), benchmarks) }

/** For times of tests, of which only large changes count. */
export const TESTS = {
  name: 'testwarden, tests',
  start: ({ benchmarks }) => byHistory(testTimePolicy(benchmarks, TEST_EFFECT, LEAST_TEST_NS), benchmarks),
}

/** The rule for tests that the search began with: three commits beyond 1.5 times and three sigma. */
export const TESTS_AS_BEGUN = {
  name: 'tests, 3 commits beyond 3 sigma',
  start: ({ benchmarks }) => byHistory({ ...begunPolicy(3), minEffect: TEST_EFFECT }, benchmarks),
}

/** The rule that the search began with: three commits beyond a fixed number of sigmas. */
export const AS_BEGUN = {
  name: '3 commits beyond 3 sigma (3.5 from 100 on)',
  start: ({ benchmarks }) => byHistory(begunPolicy(benchmarks < 100 ? 3 : 3.5), benchmarks),
}

/** They know nothing of processors, as their tools do not. */
export const OTHERS = [
  { name: 'previous run + 10 %', start: ({ benchmarks }) => byPrevious(Math.log(1.1), benchmarks) },
  { name: 'previous run at 200 %', start: ({ benchmarks }) => byPrevious(Math.log(2), benchmarks) },
  { name: 't interval, 0.99 of 64', start: ({ benchmarks }) => byInterval({ level: 0.99, window: 64 }, benchmarks) },
]

export function assumedPolicy(benchmarks) {
  return historyPolicy(assumedSigmas(benchmarks), MIN_EFFECT)
}

function begunPolicy(sigmas) {
  const policy = historyPolicy(sigmas, MIN_EFFECT)
  return { ...policy, steps: [{ commits: 3, sigmas }], levelDoubt: 0, improvementCaution: 1 }
}

/** Every processor has a past of its own. */
export function byHistory(policy, benchmarks) {
  const traits = Array.from({ length: benchmarks }, (_, index) => traitsOf(policy, index))
  const trackers = Array.from({ length: PROCESSORS }, () => new SuiteTracker(policy, traits))
  return (row, run, processor) => {
    trackers[processor].take(row, run)
    return trackers[processor].takeNewReds()
  }
}

export function traitsOf(policy, index) {
  return {
    lnMinEffect: Math.log1p(policy.minEffect),
    isAdvisory: policy.advisory.has(String(index)),
    isTwoSided: false,
  }
}

function byPrevious(limit, benchmarks) {
  const last = new Float64Array(benchmarks).fill(Number.POSITIVE_INFINITY)
  return (row) => {
    const alarms = indexesWhere(row, (value, index) => value - last[index] > limit)
    last.set(row)
    return alarms
  }
}

/** Limits of one more value, as services have them that compare with the past of a branch. */
function byInterval({ level, window }, benchmarks) {
  const quantiles = Array.from({ length: window + 1 }, (_, count) =>
    count < 2 ? 0 : studentTQuantile(level, count - 1),
  )
  const pasts = Array.from({ length: benchmarks }, () => [])
  const wereAbove = new Uint8Array(benchmarks)
  return (row) =>
    indexesWhere(row, (value, index) => {
      const past = pasts[index]
      const { count, mean, deviation } = meanDeviation(past)
      const isAbove = count > 1 && value - mean > quantiles[count] * deviation * Math.sqrt(1 + 1 / count)
      past.push(value)
      if (past.length > window) past.shift()
      const isNew = isAbove && wereAbove[index] === 0
      wereAbove[index] = isAbove ? 1 : 0
      return isNew
    })
}

function indexesWhere(row, is) {
  const indexes = []
  for (const [index, value] of row.entries()) if (is(value, index)) indexes.push(index)
  return indexes
}
