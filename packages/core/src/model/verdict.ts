import type { AcceptStanding } from './accept.js'
import type { Outcome } from './outcome.js'

/** A measured value: an integer, or a fraction of integers that is never reduced to a float. */
export type Quantity = number | Ratio

export interface Ratio {
  readonly numerator: number
  readonly denominator: number
}

/** What the numbers of a {@link Reason} mean: `percent` of a ratio, `points` between two percentages, or plain counts. */
export type Unit = 'percent' | 'points' | 'lines' | 'files' | 'count'

/** One rule's judgement, with the numbers it rests on. */
export interface Reason {
  readonly ruleId: string
  /** What the rule is called in a table, for people: `new code tested`. */
  readonly title: string
  readonly outcome: Outcome
  readonly message: string
  readonly actual: Quantity | null
  /** Exact decimal, as its author wrote it; null when the rule has none. */
  readonly limit: string | null
  /** Who set the limit: an assumed one only advises. */
  readonly limitOrigin: LimitOrigin
  readonly unit: Unit
  readonly baseline: Quantity | null
  /** How many things must be mended for it, where that is not one. */
  readonly things?: number
  /** How actual and baseline were counted, such as `sonar`, where that is not what the rule's name says. */
  readonly formula?: string
  /** Where the numbers alone would not read well; the table is made of them otherwise. */
  readonly wording?: ReasonWording
  /** Which of several the rule judged, such as a module: what an accept names. */
  readonly subject?: string
  /** The named part of the repository that was judged; absent for the whole. Pages have a table of all parts. */
  readonly component?: string
  /** Present when an accept lowered the limit. */
  readonly accepted?: AcceptedLimit
}

/** The entry of the accepts file that a limit comes from. */
export interface AcceptedLimit {
  /** What the limit would be without it. */
  readonly instead: string
  readonly reason: string
  readonly author: string
  /** The last day on which it counts. */
  readonly expires: string
  readonly standing: AcceptStanding
  /** The place in the file. */
  readonly path: string
  readonly line: number | null
}

/** Cells of the verdict table in words, such as `1 slower, 22 unchanged` or `no new failure`. */
export interface ReasonWording {
  /** What a ratio counts, such as `lines`. */
  readonly counted?: string
  readonly actual?: string
  readonly limit?: string
  readonly baseline?: string
}

export type LimitOrigin = 'written' | 'assumed' | 'none'

/** The numbers of a reason that rests on none. */
export const WITHOUT_NUMBERS = {
  actual: null,
  limit: null,
  limitOrigin: 'none',
  unit: 'count',
  baseline: null,
} as const satisfies Partial<Reason>

/** The headline of a verdict that only hands its evidence over. */
export const COLLECTED = 'Collected, not judged: the job that joins the legs decides.'

export interface Verdict {
  readonly outcome: Outcome
  /** One sentence for people. */
  readonly headline: string
  readonly reasons: readonly Reason[]
}
