import type { TestIdentity } from '@testwarden/core/model/test-run'

/** A test as a report names it, with the report's format or dialect. */
export interface SelectedTest extends TestIdentity {
  readonly format: string
}

/** How one test runner is told which tests to run. */
export interface TestSelector {
  /** The word of `{tests:<id>}` and of a preset. */
  readonly id: string
  readonly displayName: string
  /** Where the runner documents how it is told. */
  readonly url: string
  /** What the runner itself calls a test, whichever report names it: so one test is found again in another report. */
  nameOf(test: SelectedTest): RunnerName
  /** Only these tests. */
  select(tests: readonly SelectedTest[]): Selection
  /** Everything but these tests. null: the runner cannot be told on its command line. */
  readonly deselect: ((tests: readonly SelectedTest[]) => Selection) | null
}

/** Equal for two tests only when the runner takes them for one. */
export interface RunnerName {
  /** File, package or class, as the runner writes it; null where the report has none. */
  readonly place: string | null
  readonly name: string
}

export interface Selection {
  /** For a child process, without a shell. Empty when no test can be named. */
  readonly args: readonly string[]
  /** The same for a person or a script, quoted for a POSIX shell. */
  readonly text: string
  /** Sentences on tests that the runner cannot name alone, and what happens instead. */
  readonly inexact: readonly string[]
}
