/** What flaky-detector knows about a run: values only, small enough to hand over to another job. */
export interface FlakyFacts {
  /** Paths of the files that count, each once, ascending. */
  readonly files: readonly string[]
}

export const EMPTY_FACTS: FlakyFacts = { files: [] }
