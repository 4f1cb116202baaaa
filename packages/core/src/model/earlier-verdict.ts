import type { Outcome } from './outcome.js'

/** What another gate said of the same run, as far as a gate that looks at all of them needs it. */
export interface EarlierVerdict {
  /** The word of its config section, such as `coverage`. */
  readonly gate: string
  /** For people: `Coverage`. */
  readonly title: string
  readonly outcome: Outcome
  /** Reasons that failed, in their order. */
  readonly broken: readonly BrokenRule[]
  /** Names of tests whose failures need nobody at once: excused ones, and proven or known flakes. See `testNameOf`. */
  readonly flakyTests: readonly string[]
}

export interface BrokenRule {
  readonly ruleId: string
  readonly title: string
  readonly message: string
}
