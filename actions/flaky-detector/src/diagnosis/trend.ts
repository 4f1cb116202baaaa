import { findChangePoints } from '@testwarden/stats/change-points'
import { outcomeEntropy } from '@testwarden/stats/entropy'
import { failureStateScore } from '@testwarden/stats/failure-state-score'
import { flipRate } from '@testwarden/stats/flip-rate'
import { plainMean, recentMean } from '@testwarden/stats/recent-mean'
import { commitsOf, type StoryCell } from './story.js'

/** A part of a story in which the test failed about equally often. Dates and draws; decides nothing. */
export interface TrendSegment {
  readonly first: StoryCell
  readonly last: StoryCell
  /** With 99 % confidence the segment begins no earlier and no later than at these; null for the first segment. */
  readonly begins: { readonly earliest: StoryCell; readonly latest: StoryCell } | null
  readonly commits: number
  /** Commits with a failed attempt. */
  readonly failingCommits: number
  /** Attempts. */
  readonly failed: number
  readonly passed: number
}

/** Numbers that rank flaky tests, all from 0 to 1; none of them decides. */
export interface FlakinessScores {
  /** Share of commits whose outcome differs from the one before. */
  readonly flipRate: number
  /** The same, newer commits weighing more. */
  readonly recentFlipRate: number
  /** Mean over commits of the entropy of their attempts; 0 without retries. */
  readonly entropy: number
  readonly recentEntropy: number
  /** null where too few runs were retried for it to mean anything. */
  readonly failureState: number | null
}

const SCORED_CELLS = 200
const FEWEST_RETRIED = 3

/** Oldest first; empty for no cells. */
export function segmentsOf(cells: readonly StoryCell[]): readonly TrendSegment[] {
  const changes = findChangePoints(cells)
  const starts = [null, ...changes]
  return starts.flatMap((change, index) => {
    const part = cells.slice(change?.at ?? 0, changes[index]?.at)
    const earliest = change === null ? undefined : cells[change.earliest]
    const latest = change === null ? undefined : cells[change.latest]
    const begins = earliest === undefined || latest === undefined ? null : { earliest, latest }
    const segment = segmentOf(part)
    return segment === null ? [] : [{ ...segment, begins }]
  })
}

/** Of the last 200 cells. */
export function scoresOf(cells: readonly StoryCell[]): FlakinessScores {
  const recent = cells.slice(-SCORED_CELLS)
  const outcomes = recent.map(({ failed }) => failed > 0)
  const flips = outcomes.slice(1).map((outcome, before) => (outcome === outcomes[before] ? 0 : 1))
  const entropies = recent.map(outcomeEntropy)
  const retried = recent.filter(({ failed, passed }) => failed + passed > 1).length
  return {
    flipRate: flipRate(outcomes),
    recentFlipRate: recentMean(flips),
    entropy: plainMean(entropies),
    recentEntropy: recentMean(entropies),
    failureState: retried < FEWEST_RETRIED ? null : failureStateScore(recent),
  }
}

function segmentOf(cells: readonly StoryCell[]): Omit<TrendSegment, 'begins'> | null {
  const first = cells[0]
  const last = cells.at(-1)
  if (first === undefined || last === undefined) return null
  return {
    first,
    last,
    commits: commitsOf(cells),
    failingCommits: commitsOf(cells.filter(({ failed }) => failed > 0)),
    failed: cells.reduce((sum, { failed }) => sum + failed, 0),
    passed: cells.reduce((sum, { passed }) => sum + passed, 0),
  }
}
