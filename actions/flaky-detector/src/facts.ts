import type { FailureFacts, NamedTest, TestFact, TestReport } from '@testwarden/failures/tests/test-facts'
import type { Backtest } from './backtest/backtest.js'

/** What flaky-detector knows about a run: values only, small enough to hand over to another job. */
export interface FlakyFacts {
  /** One for each job and matrix cell; ascending by variant. */
  readonly legs: readonly LegFacts[]
}

/** The tests of one job in one matrix cell. */
export interface LegFacts {
  /** The record key without what differs from run to run, as canonical JSON: where its past is kept. */
  readonly variant: string
  readonly testedSha: string | null
  readonly tree: string | null
  /** Ascending by path. */
  readonly reports: readonly TestReport[]
  /** Ascending by key, each key once. */
  readonly tests: readonly TestFact[]
  /** Of each test with a failed attempt what is known of its failures; ascending by key. */
  readonly failures: readonly FailureFacts[]
  /** The tests that a quarantine of the config means, for lists of them; ascending by key. */
  readonly quarantined: readonly NamedTest[]
  readonly change: ChangeFacts
  readonly past: PastFacts
  /** Bodies of earlier records without their cells, as far as the next one may rest on their rosters. */
  readonly rosters: readonly unknown[]
  /** Of a change that alters the policy: what its own and the one in force would have done with the last runs. */
  readonly backtest: Backtest | null
  /** Things worth saying that changed nothing. */
  readonly notes: readonly string[]
}

/** Which files this run changed. */
export type ChangeFacts =
  | {
      readonly kind: 'known'
      readonly base: string
      readonly paths: readonly string[]
      readonly renames: readonly FileRename[]
    }
  /** The event has no change to judge: a push, a schedule. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown'; readonly reason: string }

export interface FileRename {
  readonly from: string
  readonly to: string
}

/** What earlier runs of the same job and matrix cell say. */
export type PastFacts =
  | KnownPast
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string | null }

export interface KnownPast {
  readonly kind: 'known'
  /** Commits of the default branch with a record, oldest first; the last is the nearest to what is compared with. */
  readonly commits: readonly PastCommit[]
  /** Of every test that ever failed, as far as they are not too many; ascending by key. */
  readonly stories: readonly PastStory[]
  /** How many more tests have failed. */
  readonly storiesLeftOut: number
  readonly contradictions: readonly PastContradiction[]
  /** Of the tests that failed in the last hundred runs: how often; ascending by key. */
  readonly usual: readonly UsualFailures[]
  /** The last whole run: what is missing now, and what is new. null: there is none. */
  readonly roster: PastRoster | null
  /** Tests that are called otherwise than in the last whole run, because their files were renamed. */
  readonly renamed: readonly TestRename[]
  /** What the history holds of quarantines. */
  readonly quarantines: readonly RecordedQuarantine[]
  /** Whether the last known commit is the very one that is compared with. */
  readonly isOfBase: boolean
}

export interface PastCommit {
  readonly sha: string
  readonly tree: string | null
  /** ISO 8601. */
  readonly time: string
  readonly run: string
  /** So many tests failed that something else was at work. */
  readonly isWithheld: boolean
  /** Withheld, and not one of three in a row: in no story, unless this run is the third. */
  readonly isLeftOut: boolean
  /** A run of it was withheld, and another one was not: what failed was around the tests. */
  readonly hasRecovered: boolean
  readonly tests: number
  readonly failed: number
  readonly flaky: number
}

/** Cells as text, see `story-text`. */
export interface PastStory {
  readonly key: string
  readonly cells: string
}

export interface PastContradiction {
  readonly key: string
  readonly tree: string
  readonly failed: number
  readonly passed: number
  readonly time: string
  readonly pullRequest: number | null
}

export interface UsualFailures {
  readonly key: string
  readonly runs: number
  readonly failedRuns: number
  readonly failedLast: boolean
}

/** Keys before and after. */
export interface TestRename {
  readonly from: string
  readonly to: string
}

export interface PastRoster {
  readonly sha: string
  readonly tests: number
  /** Keys that it had and this run has not; the first few thousand, ascending. */
  readonly missing: readonly string[]
  readonly missingCount: number
  /** Keys of this run that no recent run had; ascending. */
  readonly added: readonly string[]
}

/** A quarantine that the rules proposed and a run of the default branch wrote down. */
export interface RecordedQuarantine {
  readonly key: string
  readonly since: string
  readonly expires: string
  readonly reason: string
  readonly owner: string
  /** How often the test failed when it was entered, in millionths. */
  readonly ratePpm: number
  /** null: still in force. */
  readonly left: string | null
}

export const EMPTY_FACTS: FlakyFacts = { legs: [] }
