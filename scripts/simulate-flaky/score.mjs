// What detectors make of the same failures, and whether ours keeps its promises.

/** From this failing commit on a break must be seen. */
const SETTLED = 4

/** The trivial ones show what the numbers of a real one are worth; `any streak`: docs/decisions/0010-flakiness.md. */
export const DETECTORS = [
  { name: 'testwarden', callsFlake: ({ diagnosis }) => isFlake(diagnosis) },
  { name: 'any streak', callsFlake: ({ diagnosis }) => isFlake(diagnosis) || isFlakeOfAnyStreak(diagnosis) },
  { name: 'always flaky', callsFlake: () => true },
  { name: 'never flaky', callsFlake: () => false },
]

function isFlake({ kind }) {
  return kind === 'known-flake' || kind === 'proven-flake'
}

/** Known flakes if a streak that is likely enough could last for any number of commits. */
function isFlakeOfAnyStreak({ kind, evidence, chance }) {
  return kind === 'broken-since' && evidence >= 2 && chance >= 0.01
}

/** Shares from 0 to 1. Of a stable test that broke none may be missed. */
const LIMITS_WITHOUT_RETRIES = { precision: 0.99, recall: 0.88, brokenFlaky: 0.001 }
const LIMITS_WITH_RETRIES = { precision: 0.99, recall: 0.98, brokenFlaky: 0 }

/** @returns counts of one detector, to be filled by {@link count} */
export function newScore() {
  return {
    flakes: pair(),
    calledFlake: pair(),
    outages: pair(),
    brokenStable: pair(),
    brokenFlaky: pair(),
    missedByScenario: new Map(),
  }
}

/** `hits` of `all`. */
function pair() {
  return { hits: 0, all: 0 }
}

/** @param {import('./replay.mjs').Failure} failure */
export function count(score, failure, isCalledFlake) {
  const isTrue = failure.truth === 'flake'
  if (isTrue) add(score.flakes, isCalledFlake)
  if (failure.truth === 'outage') add(score.outages, isCalledFlake)
  if (isCalledFlake) add(score.calledFlake, isTrue)
  if (isCalledFlake && !isTrue) {
    score.missedByScenario.set(failure.scenario, (score.missedByScenario.get(failure.scenario) ?? 0) + 1)
  }
  if (failure.truth !== 'break' || failure.nth < SETTLED) return
  add(failure.rate > 0 ? score.brokenFlaky : score.brokenStable, isCalledFlake)
}

function add(counts, isHit) {
  counts.all++
  if (isHit) counts.hits++
}

/** @returns {string[]} the promises that the score breaks */
export function brokenLimits(score, retries) {
  const limit = retries === 0 ? LIMITS_WITHOUT_RETRIES : LIMITS_WITH_RETRIES
  const broken = []
  if (share(score.calledFlake) < limit.precision) broken.push(`precision is below ${limit.precision}`)
  if (share(score.flakes) < limit.recall) broken.push(`recall is below ${limit.recall}`)
  if (score.brokenStable.hits > 0) broken.push('a break of a stable test was called a flake after its third commit')
  if (share(score.brokenFlaky) > limit.brokenFlaky) {
    broken.push(`more than ${limit.brokenFlaky} of the failures of broken flaky tests were called a flake`)
  }
  return broken
}

export function share({ hits, all }) {
  return all === 0 ? Number.NaN : hits / all
}
