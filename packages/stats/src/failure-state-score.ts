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
  const terms: Term[] = []
  for (const { bad, flaked, ways } of splits(unclear)) {
    const state = lnBeta(BAD.a + bad, BAD.b + good.length + unclear.length - bad)
    const a = FLAKE.a + failed + flaked
    const b = FLAKE.b + passed
    terms.push({ lnWeight: Math.log(ways) + state + lnBeta(a, b), mean: a / (a + b) })
  }
  return weightedMean(terms)
}

interface Term {
  readonly lnWeight: number
  readonly mean: number
}

interface Split {
  readonly bad: number
  /** Failed attempts of the runs that were not bad. */
  readonly flaked: number
  readonly ways: number
}

/** In how many ways `bad` of the runs can be bad while the others' failed attempts add up to `flaked`. */
function splits(failures: readonly number[]): readonly Split[] {
  const total = sum(failures)
  const width = total + 1
  let ways = new Float64Array(width * (failures.length + 1))
  ways[0] = 1
  failures.forEach((failed, done) => {
    const next = new Float64Array(ways.length)
    for (let bad = 0; bad <= done; bad++) {
      for (let flaked = 0; flaked < width; flaked++) {
        const count = ways[bad * width + flaked] ?? 0
        if (count === 0) continue
        next[(bad + 1) * width + flaked] = (next[(bad + 1) * width + flaked] ?? 0) + count
        next[bad * width + flaked + failed] = (next[bad * width + flaked + failed] ?? 0) + count
      }
    }
    ways = next
  })
  return [...ways.entries()].flatMap(([at, count]) =>
    count === 0 ? [] : [{ bad: Math.floor(at / width), flaked: at % width, ways: count }],
  )
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
