import type { Count } from '../model/count.js'
import type { CoverageTotals } from '../model/coverage.js'
import type { LineRange } from '../model/line-range.js'

/** What `testwarden explain --json` prints: where the coverage of one file, and of one line of it, comes from. */
export interface Explanation {
  readonly schema: 'testwarden.explain/1'
  readonly asked: AskedFile
  /** null: no report mentions such a file. */
  readonly file: ExplainedFile | null
  /** Paths like the one that was asked for; empty where there was no need to look. */
  readonly nearest: readonly string[]
  /** Every report that was looked at, ascending by path. */
  readonly reports: readonly ExplainedReport[]
  readonly change: ExplainedChange
  readonly baseline: ExplainedBaseline
  /** Folders that were passed by and the like, for people. */
  readonly notes: readonly string[]
}

export interface AskedFile {
  /** As the user wrote it. */
  readonly file: string
  readonly line: number | null
}

export interface ExplainedFile {
  /** The path that it counts under: the repository's, or the report's where no tracked file answers. */
  readonly path: string
  readonly isTracked: boolean
  /** In the order in which the reports were read, which is that of merging. */
  readonly mentions: readonly Mention[]
  /** null: it counts nowhere. */
  readonly merged: MergedFile | null
  /** Reports that cannot both be right about it, for people. */
  readonly contradictions: readonly string[]
  readonly tests: TouchingTests
}

/** What one report says of the file, and what became of it. */
export interface Mention {
  readonly report: string
  readonly written: string
  /** The part of the build that the report puts it in. */
  readonly module: string | null
  /** The rule of the path resolver that found the tracked file; null: none answers. */
  readonly how: string | null
  /** Spellings of the path that were looked for, as far as needed. */
  readonly tried: readonly string[]
  /** Globs of `ignore` that take the file. */
  readonly ignoredBy: readonly string[]
  readonly isCounted: boolean
  /** Made for a file that no test loaded. */
  readonly isPlaceholder: boolean
  readonly totals: CoverageTotals
  /** null: no line was asked for. */
  readonly line: LineNumbers | null
  /** Places in the report that the numbers come from. */
  readonly records: readonly ReportRecord[]
  /** More of them were seen than are listed. */
  readonly unlistedRecords: number
}

/** All that is known of one line. */
export interface LineNumbers {
  /** null: it is not listed, so nothing can run on it. */
  readonly hits: number | null
  /** Outcomes of branches, where each has a name. */
  readonly arms: readonly NamedHits[]
  /** Branches where they are only counted. */
  readonly counted: Count | null
  /** Those that begin on the line, and the last one that begins above it. Reports do not tell where functions end. */
  readonly functions: readonly NamedFunction[]
  readonly statements: readonly NamedHits[]
}

export interface NamedHits {
  readonly name: string
  readonly hits: number
}

export interface NamedFunction extends NamedHits {
  /** Its first line. */
  readonly line: number
}

export interface ReportRecord {
  readonly kind: 'line' | 'arm' | 'branches' | 'function' | 'statement' | 'entry'
  /** Line of the report; null where nobody counts them. */
  readonly reportLine: number | null
  /** What stands there, in short. */
  readonly text: string | null
  /** What it is about in the source file; 0 when the report does not say. */
  readonly lines: LineRange
  readonly name: string | null
  readonly hits: number | null
  readonly total: number | null
}

export interface MergedFile {
  readonly totals: CoverageTotals
  readonly formulas: readonly FormulaCount[]
  readonly line: LineNumbers | null
  /** How it was merged, for people. */
  readonly steps: readonly string[]
}

/** The file counted by one of the formulas; null: it lacks what the formula needs. */
export interface FormulaCount {
  readonly formula: string
  readonly count: Count | null
}

export interface TouchingTests {
  readonly names: readonly string[]
  /** Why the names are not the whole answer; null when they are. */
  readonly caveat: string | null
}

/**
 * `counted`; `cut-off`: counted as far as it goes; `copy`: left out, because another has the same content; `unmatched`:
 * left out, because most of its files are not known here; `unreadable`.
 */
export type ReportOutcome = 'counted' | 'cut-off' | 'copy' | 'unmatched' | 'unreadable'

export interface ExplainedReport {
  readonly path: string
  /** null: it could not be read. */
  readonly format: string | null
  readonly dialect: string | null
  readonly outcome: ReportOutcome
  readonly copyOf: string | null
  /** Whether it says something of the file. */
  readonly mentionsFile: boolean
  /** Source files in it. */
  readonly files: number
  /** What is wrong with it, for people; null: nothing. */
  readonly problem: string | null
}

export type ExplainedChange =
  | {
      readonly kind: 'known'
      /** What the change is against, for people. */
      readonly base: string
      /** Lines of the file that the change adds. */
      readonly added: readonly LineRange[]
      /** null: no line was asked for. */
      readonly isLineAdded: boolean | null
    }
  | { readonly kind: 'unknown'; readonly reason: string }

export type ExplainedBaseline =
  | {
      readonly kind: 'record'
      readonly sha: string
      /** Commits between it and the base. */
      readonly distance: number
      /** ISO 8601, UTC. */
      readonly time: string
      /** Records keep no lines. null: the record does not list the file. */
      readonly totals: CoverageTotals | null
    }
  | { readonly kind: 'none'; readonly reason: string }
