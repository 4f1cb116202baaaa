// Lets a project live, commit by commit, and asks for a diagnosis of each failure with what was known then.
import { diagnose } from '../../actions/flaky-detector/lib/diagnosis/diagnose.js'
import {
  isWithheldFailure,
  judgeMassFailure,
  leftOut,
  RECENT_RUNS,
} from '../../actions/flaky-detector/lib/diagnosis/mass-failure.js'
import { COMMITS, EVERYDAY } from './project.mjs'
import { seededRandom } from './random.mjs'

/** Other numbers than those that made the project. */
const REPLAY_SEED = 1_000_003

/**
 * @typedef {object} Failure
 * @property {'flake' | 'break' | 'outage'} truth why the test failed
 * @property {string} scenario
 * @property {number} rate chance that an attempt of the test fails by itself
 * @property {number} nth of a break: its how many-th commit this is, from 1
 * @property {import('../../actions/flaky-detector/lib/diagnosis/diagnose.js').Diagnosis} diagnosis
 *
 * @param {{ tests: import('./project.mjs').SimulatedTest[], outages: import('./project.mjs').Outage[] }} project
 * @param {{ seed: number, retries: number, pullRequests: number }} options `pullRequests`: their runs for each commit of
 * the default branch, each failure rerun once
 * @param {(failure: Failure) => void} tell
 */
export function replay(project, { seed, retries, pullRequests }, tell) {
  const random = seededRandom(seed + REPLAY_SEED)
  const tests = project.tests.map((test) => ({ ...test, cells: [], contradictions: [], past: newPast() }))
  /** Withheld runs since the last one that was not. */
  let withheld = []
  for (let at = 0; at < COMMITS; at++) {
    const run = makeRun(at)
    const outage = project.outages.find(({ from, to }) => from <= at && at < to)
    const results = tests.map((test) => runTest(test, { at, outage, retries, random }))
    const isMass = judgeMassFailure(tests.map((test, index) => pastOf(test, results[index]))).isWithheld
    withheld = isMass ? [...withheld, { run: { ...run, isWithheld: true }, results, isKept: false }] : []
    const runs = withheld.map((one) => one.run)
    const isReleased = isMass && !leftOut(runs).at(-1)
    if (isReleased) keepReleased(tests, withheld.slice(0, -1))
    tellFailures(tests, { results, runs }, tell)
    for (let pull = 0; pull < pullRequests; pull++) runPullRequest(tests, { ...run, tree: `p${at}-${pull}` }, random)
    if (!isMass) keep(tests, { run, results })
    else if (isReleased) keepReleased(tests, withheld)
  }
}

function newPast() {
  return { hasFailed: false, runs: 0, failedRuns: 0, failedLast: false }
}

function makeRun(at) {
  return { commit: `c${at}`, tree: `t${at}`, run: `r${at}`, time: new Date(at * 3_600_000).toISOString() }
}

const PASSED = { failed: 0, passed: 1 }

/** Retried until it passes. What is broken, or a test that an outage hit, fails every time. */
function runTest(test, { at, outage, retries, random }) {
  const broken = test.breaks.find(({ from, to }) => from <= at && at < to)
  const isHit = broken === undefined && outage?.hits === 'tests' && random.chance(outage.share)
  const isShaky = broken === undefined && outage?.hits === 'attempts'
  if (!broken && !isHit && !isShaky && test.rate === 0) return PASSED
  let failed = 0
  let hits = isHit ? 1 : 0
  while (failed <= retries) {
    const isAttemptHit = isShaky && random.chance(outage.share)
    if (isAttemptHit) hits++
    if (!broken && !isHit && !isAttemptHit && !random.chance(test.rate)) break
    failed++
  }
  if (failed === 0) return PASSED
  return { failed, passed: failed <= retries ? 1 : 0, ...whyFailed({ at, broken, outage: hits > 0 ? outage : null }) }
}

function whyFailed({ at, broken, outage }) {
  if (broken) return { truth: 'break', scenario: broken.scenario, nth: at - broken.from + 1 }
  if (outage) return { truth: 'outage', scenario: outage.scenario, nth: 0 }
  return { truth: 'flake', scenario: EVERYDAY, nth: 0 }
}

/** A branch of its own sees only what fails by itself. */
function runPullRequest(tests, { tree, time }, random) {
  for (const { rate, contradictions } of tests) {
    if (rate === 0 || !random.chance(rate) || random.chance(rate)) continue
    contradictions.push({ tree, time, failed: 1, passed: 1, pullRequest: 1 })
  }
}

/** The same object every time: there are millions. */
function pastOf({ past }, { failed }) {
  past.hasFailed = failed > 0
  return past
}

/** `runs`: the withheld ones that end with this; none where it is not withheld. */
function tellFailures(tests, { results, runs }, tell) {
  results.forEach(({ failed, passed, ...why }, index) => {
    if (failed === 0) return
    const { cells, contradictions, rate } = tests[index]
    const present = { failed, passed }
    const isWithheld = isWithheldFailure(runs, present)
    const diagnosis = diagnose({ story: { cells, contradictions }, present, alsoFailsOnBase: null, isWithheld })
    tell({ ...why, rate, diagnosis })
  })
}

function keepReleased(tests, withheld) {
  for (const one of withheld) {
    if (!one.isKept) keep(tests, one)
    one.isKept = true
  }
}

function keep(tests, { run, results }) {
  const green = { ...run, ...PASSED }
  results.forEach(({ failed, passed }, index) => {
    const { cells, past } = tests[index]
    cells.push(failed === 0 ? green : { ...run, failed, passed })
    past.failedLast = failed > 0
    past.runs = Math.min(cells.length, RECENT_RUNS)
    if (failed > 0) past.failedRuns++
    if (cells.at(-1 - RECENT_RUNS)?.failed > 0) past.failedRuns--
  })
}
