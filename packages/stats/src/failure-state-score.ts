import type { BetaPrior } from './beta-prior.js'
import { lnBeta } from './ln-beta.js'
import type { AttemptCounts } from './streak-chance.js'

/** Chance that an attempt fails while the code is good. */
const FLAKE: BetaPrior = { a: 1, b: 19 }
/** Chance that the code is bad at a run. */
const BAD: BetaPrior = { a: 1, b: 1 }

const MOST_RUNS = 200
/** More attempts of one run say nothing new, and would cost time. */
const MOST_ATTEMPTS = 10

/**
 * Probabilistic flakiness score (Meta, "Probabilistic flakiness", 2020): the expected chance that an attempt fails while
 * the code is good, from 0 to 1. Of a run in which something passed the code was good; one in which all failed is either
 * bad code, with chance q, or good code and bad luck. p has the prior Beta(1, 19), q Beta(1, 1). In closed form: the
 * product over the all-failed runs is expanded by which of them were bad. Only the last 200 runs count.
 *
 * An always failing test scores 0.0526 and a steady one less, so this ranks flaky tests and proves nothing. With one
 * attempt a run nothing ever exceeds that, and the score says nothing at all.
 */
export function failureStateScore(runs: readonly AttemptCounts[]): number {
  const recent = runs.slice(-MOST_RUNS).map(capped)
  const good = recent.filter(({ passed }) => passed > 0)
  const unclear = recent.filter(({ failed, passed }) => passed === 0 && failed > 0).map(({ failed }) => failed)
  const failed = sum(good.map((run) => run.failed))
  const passed = sum(good.map((run) => run.passed))
  const ways = waysToSplit(unclear)
  // Of at most 200 runs no way is rarer than one in 10^61: such numbers still add up as they are.
  const states = ways.map((_, bad) => Math.exp(lnBeta(BAD.a + bad, BAD.b + good.length + unclear.length - bad)))
  const terms = Array.from({ length: sum(unclear) + 1 }, (_, flaked) => {
    const [a, b] = [FLAKE.a + failed + flaked, FLAKE.b + passed]
    const state = states.reduce((total, weight, bad) => total + weight * (ways[bad]?.[flaked] ?? 0), 0)
    return { lnWeight: Math.log(state) + lnBeta(a, b), mean: a / (a + b) }
  })
  return weightedMean(terms)
}

interface Term {
  readonly lnWeight: number
  readonly mean: number
}

/**
 * `[bad][flaked]`: in how many ways `bad` of the runs can be bad while the others' failed attempts add up to `flaked`.
 * Each run is either: it is taken in from the largest sums down, so that none counts twice.
 */
function waysToSplit(failures: readonly number[]): readonly Float64Array[] {
  const ways = Array.from({ length: failures.length + 1 }, () => new Float64Array(sum(failures) + 1))
  if (ways[0] !== undefined) ways[0][0] = 1
  let most = 0
  failures.forEach((failed, done) => {
    most += failed
    for (let bad = done + 1; bad >= 0; bad--) takeIn({ failed, most, here: ways[bad], fewer: ways[bad - 1] })
  })
  return ways
}

interface TakeIn {
  readonly failed: number
  readonly most: number
  readonly here: Float64Array | undefined
  /** Of one bad run less. */
  readonly fewer: Float64Array | undefined
}

function takeIn({ failed, most, here, fewer }: TakeIn): void {
  if (here === undefined) return
  for (let flaked = most; flaked >= 0; flaked--) {
    here[flaked] = (fewer?.[flaked] ?? 0) + (flaked >= failed ? (here[flaked - failed] ?? 0) : 0)
  }
}

/** Weights are products of hundreds of chances: only their differences fit into a number. */
function weightedMean(terms: readonly Term[]): number {
  const heaviest = terms.reduce((most, { lnWeight }) => Math.max(most, lnWeight), Number.NEGATIVE_INFINITY)
  const weights = terms.map(({ lnWeight }) => Math.exp(lnWeight - heaviest))
  return sum(terms.map(({ mean }, at) => mean * (weights[at] ?? 0))) / sum(weights)
}

function capped({ failed, passed }: AttemptCounts): AttemptCounts {
  return { failed: Math.min(failed, MOST_ATTEMPTS), passed: Math.min(passed, MOST_ATTEMPTS) }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0)
}
