/** Which policy would have been right, told with what is known today. */
export interface Backtest {
  /** Runs of the default branch that were replayed; one for each job and matrix cell. */
  readonly runs: number
  /** Those in which a test failed for good. */
  readonly failedRuns: number
  /** ISO 8601 of the first and the last of them; null where there is none. */
  readonly first: string | null
  readonly last: string | null
  /** One for each policy, in their order. */
  readonly policies: readonly PolicyBacktest[]
  /** What could not be used, for people. */
  readonly problems: readonly string[]
}

/** What one policy would have done. A failure is one test in one run. */
export interface PolicyBacktest {
  /** Of tests that passed later, on the same tree and in the same job and matrix cell. */
  readonly flakes: FailureTally
  /** Of tests that failed at three commits or more, until a commit mended them or until now. */
  readonly regressions: FailureTally
  /** Nobody can tell. */
  readonly undetermined: FailureTally
  /** Runs that the policy would have stopped. */
  readonly redRuns: number
  /** Runs that failed for flakes alone and that the policy would have let pass: nobody runs them again. */
  readonly rerunsSaved: number
  /** The latest of the regressions that were excused, newest first. */
  readonly excusedRegressions: readonly ExcusedRegression[]
}

export interface FailureTally {
  readonly failures: number
  /** They would not have stopped the run. */
  readonly excused: number
  /** Diagnosed as proven or known flakes, under a quarantine or not. */
  readonly calledFlaky: number
}

export interface ExcusedRegression {
  /** See `TestKey`. */
  readonly key: string
  readonly commit: string
  readonly run: string
  /** ISO 8601. */
  readonly time: string
}

/** Longer lists nobody reads; the tally counts all. */
export const LISTED_REGRESSIONS = 50

const NO_FAILURES: FailureTally = { failures: 0, excused: 0, calledFlaky: 0 }

export const NO_BACKTEST: PolicyBacktest = {
  flakes: NO_FAILURES,
  regressions: NO_FAILURES,
  undetermined: NO_FAILURES,
  redRuns: 0,
  rerunsSaved: 0,
  excusedRegressions: [],
}

/** What the jobs and matrix cells of one history say together. They were replayed with the same policies. */
export function addBacktests(parts: readonly Backtest[]): Backtest {
  const times = parts.flatMap(({ first, last }) => [first, last]).filter((time) => time !== null)
  const sorted = times.sort((left, right) => Date.parse(left) - Date.parse(right))
  const policies = Math.max(0, ...parts.map((part) => part.policies.length))
  return {
    runs: sumOf(parts, ({ runs }) => runs),
    failedRuns: sumOf(parts, ({ failedRuns }) => failedRuns),
    first: sorted[0] ?? null,
    last: sorted.at(-1) ?? null,
    policies: Array.from({ length: policies }, (_, at) =>
      parts.map((part) => part.policies[at] ?? NO_BACKTEST).reduce(addPolicies, NO_BACKTEST),
    ),
    problems: [...new Set(parts.flatMap(({ problems }) => problems))],
  }
}

export function addPolicies(left: PolicyBacktest, right: PolicyBacktest): PolicyBacktest {
  const listed = [...left.excusedRegressions, ...right.excusedRegressions]
  return {
    flakes: addTallies(left.flakes, right.flakes),
    regressions: addTallies(left.regressions, right.regressions),
    undetermined: addTallies(left.undetermined, right.undetermined),
    redRuns: left.redRuns + right.redRuns,
    rerunsSaved: left.rerunsSaved + right.rerunsSaved,
    excusedRegressions: listed
      .sort((one, other) => Date.parse(other.time) - Date.parse(one.time))
      .slice(0, LISTED_REGRESSIONS),
  }
}

function addTallies(left: FailureTally, right: FailureTally): FailureTally {
  return {
    failures: left.failures + right.failures,
    excused: left.excused + right.excused,
    calledFlaky: left.calledFlaky + right.calledFlaky,
  }
}

function sumOf(parts: readonly Backtest[], countOf: (part: Backtest) => number): number {
  return parts.reduce((sum, part) => sum + countOf(part), 0)
}
