import type { Count } from './count.js'
import type { CoverageTotals } from './coverage.js'
import type { LineRange } from './line-range.js'

/**
 * Coverage for people who look through it, file by file and line by line: what a gate lends to the HTML page beyond its
 * own page. Values only, without the text of the sources.
 */
export interface CoverageView {
  /** Ascending by path. */
  readonly files: readonly CoverageViewFile[]
  /** null: which lines are new is not known, or the run is about no change. */
  readonly patch: Count | null
}

export interface CoverageViewFile {
  /** Relative to the repository's root, or as the report has it where no tracked file answers to it. */
  readonly path: string
  /** false: nobody knows which file this is, so nobody may open one for it. */
  readonly isTracked: boolean
  readonly totals: CoverageTotals
  readonly covered: readonly LineRange[]
  readonly missed: readonly LineRange[]
  /** Lines that ran while one of their branches was never taken. Ascending. */
  readonly partial: readonly PartialLine[]
  /** Ascending by line. */
  readonly uncalled: readonly UncalledFunction[]
  /** null: no line of the file is new. */
  readonly change: FileChange | null
}

export interface PartialLine {
  readonly line: number
  /** Taken and all branches that start here. */
  readonly branches: Count
  /** The branches that were never taken, in words; empty where the report only counts them. */
  readonly untaken: readonly string[]
}

export interface UncalledFunction {
  readonly name: string
  /** First line; 0 when the report does not say. */
  readonly line: number
}

export interface FileChange {
  /** The new lines. */
  readonly lines: readonly LineRange[]
  /** Those of them that a test could run. */
  readonly count: Count
}
