import { type BetaPrior, FAILURE_PRIOR } from './beta-prior.js'
import { lnBeta } from './ln-beta.js'

/** What happened at one position of the source: how many attempts failed and passed in one run. */
export interface PositionCounts {
  readonly failed: number
  readonly passed: number
}

/** Where the chance to fail changed. Positions are indexes into the sequence. */
export interface ChangePoint {
  /** First position after the change. */
  readonly at: number
  /** The change lies within these positions with 99 % confidence. */
  readonly earliest: number
  readonly latest: number
}

/** Among retried runs, how often all attempts failed. */
const RETRY_PRIOR: BetaPrior = { a: 0.5, b: 0.5 }

/** A change must be 10,000 times as likely as none. */
const LN_PENALTY = Math.log(0.0001)

const TAIL = 0.005

/** A pocket is looked for among so many of the last places where neighbours differ; pairs of them are tried. */
const MOST_POCKET_EDGES = 64

/**
 * Change points of a sequence of runs, oldest first: the Bayesian model of LUCI Analysis. A part of the sequence has one
 * chance that a run sees a failure (prior Beta(0.3, 0.5)), and one that a retried run fails for good (Beta(0.5, 0.5)).
 * The best split is taken where ln L(left) + ln L(right) - ln L(all) + ln 0.0001 is above 0; then both sides are split.
 * Splits are tried only where neighbours differ: inside equal ones the likelihood has no maximum.
 *
 * No single split explains what was broken and mended in the middle of a long steady time. So where none is accepted, two
 * at once are tried, and must make up for two penalties; that is ours, not LUCI's.
 */
export function findChangePoints(sequence: readonly PositionCounts[]): readonly ChangePoint[] {
  const sums = cumulate(sequence)
  const found: number[] = []
  const open: Part[] = [{ from: 0, to: sequence.length }]
  for (let part = open.pop(); part !== undefined; part = open.pop()) {
    const edges = edgesIn(sums, part)
    const splits = bestSplit(sums, part, edges) ?? bestPocket(sums, part, edges.slice(-MOST_POCKET_EDGES)) ?? []
    found.push(...splits)
    if (splits.length > 0) open.push(...cut(part, splits))
  }
  found.sort((left, right) => left - right)
  return found.map((at, index) => {
    const around = { from: found[index - 1] ?? 0, to: found[index + 1] ?? sequence.length }
    return changeAt(sums, around, at)
  })
}

/** By how much a split of the whole sequence before `at` raises the logarithm of the likelihood. */
export function splitGain(sequence: readonly PositionCounts[], at: number): number {
  const sums = cumulate(sequence)
  const whole = { from: 0, to: sequence.length }
  return lnSplit(sums, whole, at) - lnLikelihood(sums, whole)
}

/** From (included) to (excluded). */
interface Part {
  readonly from: number
  readonly to: number
}

/** Running totals: entry n counts the first n positions. */
interface Sums {
  readonly runs: Float64Array
  readonly withFailure: Float64Array
  readonly retried: Float64Array
  readonly failedForGood: Float64Array
}

function cumulate(sequence: readonly PositionCounts[]): Sums {
  const isRun = ({ failed, passed }: PositionCounts) => failed + passed > 0
  const hasFailure = ({ failed }: PositionCounts) => failed > 0
  const isRetried = ({ failed, passed }: PositionCounts) => failed > 0 && failed + passed > 1
  return {
    runs: runningCount(sequence, isRun),
    withFailure: runningCount(sequence, hasFailure),
    retried: runningCount(sequence, isRetried),
    failedForGood: runningCount(sequence, (run) => isRetried(run) && run.passed === 0),
  }
}

function runningCount(sequence: readonly PositionCounts[], holds: (counts: PositionCounts) => boolean): Float64Array {
  const counts = new Float64Array(sequence.length + 1)
  sequence.forEach((run, at) => {
    counts[at + 1] = (counts[at] ?? 0) + (holds(run) ? 1 : 0)
  })
  return counts
}

/** Positions that differ from the one before them. */
function edgesIn(sums: Sums, { from, to }: Part): readonly number[] {
  const edges: number[] = []
  for (let at = from + 1; at < to; at++) if (differsFromBefore(sums, at)) edges.push(at)
  return edges
}

function differsFromBefore({ runs, withFailure, retried, failedForGood }: Sums, at: number): boolean {
  return bends(runs, at) || bends(withFailure, at) || bends(retried, at) || bends(failedForGood, at)
}

function bends(track: Float64Array, at: number): boolean {
  return countIn(track, { from: at - 1, to: at }) !== countIn(track, { from: at, to: at + 1 })
}

function bestSplit(sums: Sums, part: Part, edges: readonly number[]): readonly number[] | null {
  let best: readonly number[] | null = null
  let bestLn = lnLikelihood(sums, part) - LN_PENALTY
  for (const at of edges) {
    const ln = lnSplit(sums, part, at)
    if (ln <= bestLn) continue
    best = [at]
    bestLn = ln
  }
  return best
}

function bestPocket(sums: Sums, part: Part, edges: readonly number[]): readonly number[] | null {
  let best: readonly number[] | null = null
  let bestLn = lnLikelihood(sums, part) - 2 * LN_PENALTY
  edges.forEach((from, index) => {
    const before = lnLikelihood(sums, { from: part.from, to: from })
    for (const to of edges.slice(index + 1)) {
      const ln = before + lnSplit(sums, { from, to: part.to }, to)
      if (ln <= bestLn) continue
      best = [from, to]
      bestLn = ln
    }
  })
  return best
}

function cut({ from, to }: Part, splits: readonly number[]): readonly Part[] {
  const bounds = [from, ...splits, to]
  return splits
    .map((at, index) => ({ from: bounds[index] ?? from, to: at }))
    .concat({ from: splits.at(-1) ?? from, to })
}

/** All positions between the neighbouring changes weigh the same beforehand; half a percent is cut off at either end. */
function changeAt(sums: Sums, around: Part, at: number): ChangePoint {
  const lns: number[] = []
  for (let place = around.from + 1; place < around.to; place++) lns.push(lnSplit(sums, around, place))
  const highest = lns.reduce((most, ln) => Math.max(most, ln), Number.NEGATIVE_INFINITY)
  const weights = lns.map((ln) => Math.exp(ln - highest))
  const tail = TAIL * weights.reduce((sum, weight) => sum + weight, 0)
  const earliest = around.from + 1 + reachesTail(weights, tail)
  const latest = around.to - 1 - reachesTail(weights.reverse(), tail)
  return { at, earliest: Math.min(earliest, at), latest: Math.max(latest, at) }
}

/** How many weights from the start lie in the tail. */
function reachesTail(weights: readonly number[], tail: number): number {
  let sum = 0
  const at = weights.findIndex((weight) => {
    sum += weight
    return sum > tail
  })
  return Math.max(0, at)
}

function lnSplit(sums: Sums, { from, to }: Part, at: number): number {
  return lnLikelihood(sums, { from, to: at }) + lnLikelihood(sums, { from: at, to })
}

/** Both tracks are independent, so their likelihoods multiply. */
function lnLikelihood(sums: Sums, part: Part): number {
  const failures = lnOfSequence(countIn(sums.withFailure, part), countIn(sums.runs, part), FAILURE_PRIOR)
  return failures + lnOfSequence(countIn(sums.failedForGood, part), countIn(sums.retried, part), RETRY_PRIOR)
}

/** One order of `hits` among `all` trials whose common chance is unknown: B(hits + a, misses + b) / B(a, b). */
function lnOfSequence(hits: number, all: number, { a, b }: BetaPrior): number {
  return lnBeta(a + hits, b + all - hits) - lnBeta(a, b)
}

function countIn(track: Float64Array, { from, to }: Part): number {
  return (track[to] ?? 0) - (track[from] ?? 0)
}
