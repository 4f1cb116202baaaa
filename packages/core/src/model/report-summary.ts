import type { CoverageTotals } from './coverage.js'
import type { ReadWarning } from './result.js'

/** One coverage report as it was read: what a page tells of it, without what it lists. */
export interface ReportSummary {
  readonly path: string
  readonly format: string
  readonly dialect: string | null
  readonly fileCount: number
  /** Our recount over this report alone. */
  readonly totals: CoverageTotals
  readonly declared: CoverageTotals | null
  /** The first few. */
  readonly warnings: readonly ReadWarning[]
  readonly warningCount: number
}

/** How a warning begins that a report's own totals are not those of what it lists, and why. */
export const DIFFERENCE_PREFIX = 'the file declares '

/** A path of a report that no tracked file answers to, or more than one. */
export interface UnmatchedPath {
  readonly report: string
  /** As the report has it. */
  readonly written: string
  readonly tried: readonly string[]
  /** Tracked files between which nothing decides. */
  readonly candidates: readonly string[]
}
