/** One report as it was read, without its cases. */
export interface TestReport {
  readonly path: string
  readonly format: string
  readonly dialect: string | null
  readonly cases: number
  readonly suites: number
  readonly durationUs: number
  /** The first few. */
  readonly warnings: readonly string[]
}

/** A test in this run. */
export interface TestFact {
  /** See `TestKey`. */
  readonly key: string
  /** One letter for each attempt: P passed, F failed, E errored, S skipped; that of the worst report where several have it. */
  readonly outcome: string
  /** How many of them, the last ones, are reruns of ours rather than of the runner. */
  readonly reran: number
  readonly durationUs: number | null
  /** Of the repository; null where nobody can tell. */
  readonly file: string | null
  readonly line: number | null
  readonly tags: readonly string[]
}

/** A test as its report names it, for the selectors of its runner. */
export interface NamedTest {
  readonly key: string
  readonly written: WrittenIdentity
  readonly format: string
}

export interface FailureFacts extends NamedTest {
  /** Failed attempts, in their order; traces of the first few hundred tests only. */
  readonly failures: readonly WrittenFailure[]
  readonly fingerprint: string
  /** Where to look: a line of the repository. */
  readonly place: FailurePlace | null
  /** Lines of the repository that the trace passes, innermost first. */
  readonly passes: readonly FailurePlace[]
  readonly owners: readonly string[]
}

export interface FailurePlace {
  readonly path: string
  /** 1-based. */
  readonly line: number
}

export interface WrittenIdentity {
  readonly suite: readonly string[]
  readonly className: string | null
  readonly name: string
  readonly file: string | null
}

export interface WrittenFailure {
  readonly type: string | null
  readonly message: string
  readonly trace: string
}
