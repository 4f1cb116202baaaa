import type { CoverageTotals } from '@testwarden/core/model/coverage'
import type { ReportSummary, UnmatchedPath } from '@testwarden/core/model/report-summary'
import type { FileFacts } from './file-facts.js'

/** What coverage-gate knows about a run: values only, small enough to hand over to another job. */
export interface CoverageFacts {
  /** Ascending by path. */
  readonly reports: readonly ReportSummary[]
  /** Ascending by path; no totals, which are recounted from here. */
  readonly files: readonly FileFacts[]
  readonly changes: ChangeFacts
  /** One per leg; comparing is possible only where all legs agree on a single one. */
  readonly baselines: readonly BaselineFacts[]
  /** The commits that the legs tested, which must be one; `null` is a working tree. */
  readonly testedShas: readonly (string | null)[]
  /** Paths of reports that no tracked file answers to: the first few of each report. */
  readonly unmatched: readonly UnmatchedPath[]
  /** Things worth saying that changed nothing: skipped files, copies. */
  readonly notes: readonly string[]
}

/** Which lines the tested tree has and the base has not. */
export type ChangeFacts =
  | { readonly kind: 'known'; readonly base: string; readonly files: readonly ChangedFile[] }
  /** The event has no change to judge: a push, a schedule. */
  | { readonly kind: 'none'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string; readonly remedy: string | null }

export interface ChangedFile {
  readonly path: string
  /** Line ranges such as `1-5,7`, on the new side. */
  readonly lines: string
}

export type BaselineFacts =
  | {
      readonly kind: 'record'
      readonly sha: string
      /** First-parent steps back from the commit compared with. */
      readonly distance: number
      readonly totals: CoverageTotals
      /** When it was written: ISO 8601, UTC. */
      readonly time: string
      /** The job that wrote it, where this one keeps no records of its own; null: this very job. */
      readonly writtenBy: string | null
    }
  | { readonly kind: 'none'; readonly reason: string }
  /** The store has records, but none of a commit that this one descends from. */
  | { readonly kind: 'foreign'; readonly reason: string; readonly remedy: string }
  | { readonly kind: 'unreadable'; readonly reason: string; readonly remedy: string | null }

export const EMPTY_FACTS: CoverageFacts = {
  reports: [],
  files: [],
  changes: { kind: 'unknown', reason: 'No report could be read.', remedy: null },
  baselines: [],
  testedShas: [],
  unmatched: [],
  notes: [],
}
