import { type ExpectedFailures, expectedFailures } from '@testwarden/stats/expected-failures'

/** Fewer failing tests are judged one by one, however unlikely. */
const FEWEST_TESTS = 10

/** So many withheld commits in a row are no passing trouble: they are judged like any other. */
const RELEASED_COMMITS = 3

/** How many of a test's own last runs its chance to fail is taken from. */
export const RECENT_RUNS = 100

/** One test in a run, and what it did before. A test that failed in any attempt has failed here. */
export interface TestInRun {
  readonly hasFailed: boolean
  /** Of its last {@link RECENT_RUNS} runs that were not withheld: how many there are, and in how many it failed. */
  readonly runs: number
  readonly failedRuns: number
  readonly failedLast: boolean
}

export interface MassFailure extends ExpectedFailures {
  /** Whether the run's failures are withheld from the stories of its tests. */
  readonly isWithheld: boolean
  /** Failing tests that have run before. */
  readonly failing: number
}

/**
 * Whether so many tests fail that something else than the tests is at work: at least 10, and more than expected + 6
 * sigma + 3. Tests that already failed are expected to fail again; tests that never ran before tell nothing.
 */
export function judgeMassFailure(tests: Iterable<TestInRun>): MassFailure {
  const chances: number[] = []
  let failing = 0
  for (const test of tests) {
    if (test.runs === 0) continue
    chances.push(test.failedLast ? 1 : test.failedRuns / test.runs)
    if (test.hasFailed) failing++
  }
  const usual = expectedFailures(chances)
  return { ...usual, failing, isWithheld: failing >= FEWEST_TESTS && failing > usual.limit }
}

/** One run of the default branch, as far as mass failures go. */
export interface WithheldRun {
  readonly commit: string
  /** As it was judged when it ran. */
  readonly isWithheld: boolean
}

/**
 * Which runs stay out of the stories, oldest first: the withheld ones, but for three and more commits in a row, which are
 * released, so that a real break of nearly everything is told from an outage by its lasting.
 */
export function leftOut(runs: readonly WithheldRun[]): readonly boolean[] {
  const out = runs.map(({ isWithheld }) => isWithheld)
  let from = 0
  while (from < runs.length) {
    let to = from
    while (runs[to]?.isWithheld) to++
    const commits = new Set(runs.slice(from, to).map(({ commit }) => commit))
    if (commits.size >= RELEASED_COMMITS) out.fill(false, from, to)
    from = to + 1
  }
  return out
}

/**
 * Whether a failure in the last of these runs, oldest first, is withheld from its test's story: while the run is, and in
 * a released run where the test passed as well. A break fails whatever is tried; what fails only sometimes in the midst of
 * a mass failure is no proof against the test.
 */
export function isWithheldFailure(runs: readonly WithheldRun[], present: { readonly passed: number }): boolean {
  return runs.at(-1)?.isWithheld === true && (present.passed > 0 || leftOut(runs).at(-1) === true)
}
