/** What kind of trouble a failure is, and what to do about it. */
export interface Category {
  readonly id: string
  readonly title: string
  readonly priority: Priority
  /** How long it usually takes to mend; null: nobody said. */
  readonly minutes: number | null
  /** One or two sentences: what to do first. */
  readonly advice: string
}

export type Priority = 'high' | 'medium' | 'low'

/** How failures of a category are known. Rules are asked in order, and the first that answers has the failure. */
export interface CategoryRule extends Category {
  /** In the form that `compilePattern` reads; one is enough. */
  readonly patterns: readonly string[]
  /** Texts of errors that this rule must take, in its place among the others; run as tests. */
  readonly examples: readonly string[]
  /** Texts that it must leave alone. */
  readonly counterexamples: readonly string[]
  /**
   * `surroundings`: such failures of different tests have one cause, such as a full disk. `code`: they have one only
   * where they arise at the same place.
   */
  readonly origin: 'code' | 'surroundings'
}
