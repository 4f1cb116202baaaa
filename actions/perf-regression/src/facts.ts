/** What perf-regression knows about a run: values only, small enough to hand over to another job. */
export interface PerfFacts {
  /** Paths of the files that count, each once, ascending. */
  readonly files: readonly string[]
}

export const EMPTY_FACTS: PerfFacts = { files: [] }
