/** What became of a case or an attempt. `failed`: an assertion did not hold; `errored`: something else stopped it. */
export type TestStatus = 'passed' | 'failed' | 'errored' | 'skipped'

/** Which test a case is, as its report names it. Reports may name several cases alike; see {@link TestCase}. */
export interface TestIdentity {
  /** What the report has around the case, outermost first: project, suite, describe blocks. Without empty names. */
  readonly suite: readonly string[]
  readonly className: string | null
  readonly name: string
  /** As the report writes it; null where it names none. */
  readonly file: string | null
}

/**
 * One test in one run. Two cases of the same identity in one report are two tests, unless the report's writer is known
 * to list attempts that way: then its reader makes one case of them.
 */
export interface TestCase extends TestIdentity {
  /** 1-based line of the test in {@link file}. */
  readonly line: number | null
  /** Of the last attempt that was not skipped, with one exception: a case that ever passed is `passed`. */
  readonly status: TestStatus
  /** Whole microseconds of all attempts that the report times; null where it times none. */
  readonly durationUs: number | null
  /** Markers, categories, tags, as the report has them. */
  readonly tags: readonly string[]
  /** In the order in which they ran; empty for a single one that passed or was skipped. */
  readonly attempts: readonly TestAttempt[]
}

export interface TestAttempt {
  readonly status: TestStatus
  readonly durationUs: number | null
  /** null for one that passed or was skipped. */
  readonly failure: TestFailure | null
}

/** What a failed attempt said; texts are cut to {@link MAX_MESSAGE} and {@link MAX_TRACE} characters. */
export interface TestFailure {
  /** Such as `AssertionError`; null where the report has none. */
  readonly type: string | null
  /** May be empty. */
  readonly message: string
  /** Stack trace and whatever else the report has of it; may be empty. */
  readonly trace: string
}

export const MAX_MESSAGE = 4_000
export const MAX_TRACE = 16_000
/** So many attempts of one case are counted; a rerun that goes on longer says nothing more. */
export const MAX_ATTEMPTS = 1_000

/** Cases in the order of the report. May be half a million of them: they are made while they are walked through. */
export interface TestCases extends Iterable<TestCase> {
  readonly count: number
}

/** One report of a test run. */
export interface TestRunReport {
  /** The tool that wrote it, where the file shows it: `pytest`, `surefire`. */
  readonly dialect: string | null
  readonly cases: TestCases
  /**
   * Failures of no test, such as of a program that ends before its first one: a case each, not counted among
   * {@link cases}. A gate holds them against the run all the same.
   */
  readonly outside?: readonly TestCase[]
  /** Suites that hold a case, or that declare themselves without one. */
  readonly suites: number
  /** Whole microseconds that the suites took together: as they declare it, else the sum of their cases. */
  readonly durationUs: number
  /** ISO 8601; null where the report tells none, or none with a zone. */
  readonly startedAt: string | null
  /** What the file claims itself; null where it claims nothing. */
  readonly declared: DeclaredTests | null
}

/** Counts that a report claims; null: it does not say. Where `errored` is null, `failed` may hold both. */
export interface DeclaredTests {
  readonly cases: number | null
  readonly failed: number | null
  readonly errored: number | null
  readonly skipped: number | null
}
