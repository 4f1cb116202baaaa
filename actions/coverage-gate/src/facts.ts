import type { Counting, CoverageCounts } from '@testwarden/core/model/coverage-formula'
import type { ReportSummary, UnmatchedPath } from '@testwarden/core/model/report-summary'
import type { FileFacts } from './file-facts.js'

/** What coverage-gate knows about a run: values only, small enough to hand over to another job. */
export interface CoverageFacts {
  /** Ascending by path. */
  readonly reports: readonly ReportSummary[]
  /** Ascending by path; no totals, which are recounted from here. */
  readonly files: readonly FileFacts[]
  readonly changes: ChangeFacts
  /** Named parts of the repository; ascending by name, each as the tested tree has it and, where that differs, as the base. */
  readonly components: readonly ComponentFacts[]
  /** What the baseline knows of components whose files have not changed since, for those that no report mentions. */
  readonly carried: readonly CarriedComponent[]
  /** One per leg; comparing is possible only where all legs agree on a single one. */
  readonly baselines: readonly BaselineFacts[]
  /** The commits that the legs tested, which must be one; `null` is a working tree. */
  readonly testedShas: readonly (string | null)[]
  /** Paths of reports that no tracked file answers to: the first few of each report. */
  readonly unmatched: readonly UnmatchedPath[]
  /** Things worth saying that changed nothing: skipped files, copies. */
  readonly notes: readonly string[]
  /** What the history had to say while a baseline was looked for: segments that are damaged, commits out of reach. */
  readonly historyNotes: readonly string[]
}

/** What a component is called, and whose paths it has: `base` where a change has other ones. */
export interface ComponentId {
  readonly name: string
  readonly side: 'tested' | 'base'
}

/** One component in the tested tree. */
export interface ComponentFacts extends ComponentId {
  /** As the config has them, sorted. */
  readonly paths: readonly string[]
  /** Those of {@link paths} that mean no file. */
  readonly unmatched: readonly string[]
  /** How many files of the tree it has. */
  readonly fileCount: number
  /** Hash over its files; null where nobody asked or could tell. */
  readonly tree: string | null
  /** Its files among those that reports list, that were changed or that may be carried; ascending. */
  readonly members: readonly string[]
}

/** Counts of an earlier run, for files that are still the same. */
export interface CarriedComponent extends ComponentId {
  /** The commit whose record has the counts. */
  readonly sha: string
  /** How the tools count that the counts come from; null: the record is of a time when nobody asked. */
  readonly tool: Counting | null
  /** Ascending by path. */
  readonly files: readonly CarriedFile[]
}

export interface CarriedFile {
  readonly path: string
  readonly totals: CoverageCounts
}

/** What a baseline's record says of one component. */
export interface RecordedComponent {
  readonly name: string
  readonly paths: readonly string[]
  readonly tree: string | null
  readonly totals: CoverageCounts
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
      readonly totals: CoverageCounts
      readonly components: readonly RecordedComponent[]
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
  components: [],
  carried: [],
  baselines: [],
  testedShas: [],
  unmatched: [],
  notes: [],
  historyNotes: [],
}
