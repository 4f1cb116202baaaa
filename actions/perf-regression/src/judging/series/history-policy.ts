/** What is asked of a change before it counts. Multiples of sigma are of the benchmark's own noise. */
export interface HistoryPolicy {
  /** The smallest change that counts, as a share: 0.05 is 5 %. Above 0. */
  readonly minEffect: number
  /** A change counts as soon as one of these is reached; at least one, the fewest commits first, which need the most. */
  readonly steps: readonly PolicyStep[]
  /** With fewer points a series advises. */
  readonly minPoints: number
  /**
   * How much the level of a series is in doubt: its variance times the number of its points, in variances of one point.
   * 1.57 for independent ones; neighbouring runs resemble each other.
   */
  readonly levelDoubt: number
  /** An improvement needs so many times the sigmas: one that is none makes an alarm of what follows. */
  readonly improvementCaution: number
  /** In the unit of the series: smaller values, 0 among them, are below its resolution and never judged. 0: none are. */
  readonly leastValue: number
  /** Keys of series that advise only: they are red from twice their baseline on. */
  readonly advisory: ReadonlySet<string>
}

/** So many commits in a row, all of them so far beyond the baseline. */
export interface PolicyStep {
  readonly commits: number
  readonly sigmas: number
}

const NO_ADVISORY: ReadonlySet<string> = new Set()

const MIN_POINTS = 30
const LEVEL_DOUBT = 6
const IMPROVEMENT_CAUTION = 1.25

/** A change of so many commits may be enough. */
const COMMITS = [3, 4, 5]
const FEWEST_COMMITS = 3

/**
 * The rule of docs/slowness.md: three commits in a row beyond so many sigmas, four beyond three quarters of it or five
 * beyond three fifths, and always beyond `minEffect`. The longer a change lasts, the smaller it may be.
 */
export function historyPolicy(sigmas: number, minEffect: number): HistoryPolicy {
  return {
    minEffect,
    steps: COMMITS.map((commits) => ({ commits, sigmas: (sigmas * FEWEST_COMMITS) / commits })),
    minPoints: MIN_POINTS,
    levelDoubt: LEVEL_DOUBT,
    improvementCaution: IMPROVEMENT_CAUTION,
    leastValue: 0,
    advisory: NO_ADVISORY,
  }
}

/** Fitted to the noise of docs/slowness.md: one run in 200 red without a reason, or fewer. */
const SIGMAS_OF_ONE = 2
const SIGMAS_OF_TENFOLD = 1.8

/** The assumed `sigmas` for so many benchmarks: the more there are, the rarer one of them may be red by chance. */
export function assumedSigmas(benchmarks: number): number {
  return SIGMAS_OF_ONE + SIGMAS_OF_TENFOLD * Math.log10(Math.max(1, benchmarks))
}

/**
 * For times of tests: only those of tests that take long enough to be measured well count.
 * @param tests that take so long
 * @param leastValue what they take at least, in the unit of the series
 */
export function testTimePolicy(tests: number, minEffect: number, leastValue: number): HistoryPolicy {
  return { ...historyPolicy(assumedSigmas(tests), minEffect), leastValue }
}
