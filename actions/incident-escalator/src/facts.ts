import type { EarlierVerdict } from '@testwarden/core/model/earlier-verdict'
import type { FrozenLine } from './freeze/frozen-line.js'
import type { PastRun } from './past/streak.js'

/** What incident-escalator knows about a run: values only, small enough to hand over to another job. */
export interface IncidentsFacts {
  /** One for each job and matrix cell; ascending by variant. */
  readonly legs: readonly LegFacts[]
  /** What earlier runs say: of the job that decides, whether it ran the tests or was handed what others found. */
  readonly past: PastFacts
  /** Of verdict files that earlier steps wrote. */
  readonly verdicts: readonly EarlierVerdict[]
  /** Whether the history says that the line is stopped; null: nobody asked, or nobody knows. */
  readonly frozen: FrozenLine | null
  /** Things worth saying that changed nothing. */
  readonly notes: readonly string[]
}

/** The tests of one job in one matrix cell. */
export interface LegFacts {
  /** The record key without what differs from run to run, as canonical JSON. */
  readonly variant: string
  readonly testedSha: string | null
  /** Paths of the reports, ascending. Empty: this run had none, and tells nothing of tests. */
  readonly reports: readonly string[]
  /** Tests that ran: all but skipped ones. */
  readonly ran: number
  /** Ascending by key. */
  readonly failed: readonly FailedTest[]
}

/** A test whose last attempt failed. */
export interface FailedTest {
  /** See `TestKey`. */
  readonly key: string
  /** Of the repository; null where nobody can tell. */
  readonly file: string | null
  readonly tags: readonly string[]
  readonly failure: WrittenFailure
  /** Where to look. */
  readonly place: { readonly path: string; readonly line: number } | null
  readonly owners: readonly string[]
}

export interface WrittenFailure {
  readonly type: string | null
  readonly message: string
  readonly trace: string
}

/** What earlier runs of the same job say. */
export type PastFacts =
  | {
      readonly kind: 'known'
      /** Of the default branch, oldest first, each as its newest attempt went. */
      readonly runs: readonly PastRun[]
      /** A run of a later commit is recorded, so this one says nothing of how it stands now. */
      readonly isLate: boolean
    }
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string | null }

/** A history that was never written, or could not be, says no more than none. */
export function hasPast(past: PastFacts): past is Extract<PastFacts, { readonly kind: 'known' }> {
  return past.kind === 'known' && past.runs.length > 0
}

export const NO_PAST: PastFacts = { kind: 'none', reason: 'Nobody asked for earlier runs.' }

export const EMPTY_FACTS: IncidentsFacts = { legs: [], past: NO_PAST, verdicts: [], frozen: null, notes: [] }
