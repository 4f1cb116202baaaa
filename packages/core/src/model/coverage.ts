import type { Count } from './count.js'

/**
 * The outcomes of the branches that start on one line.
 *
 * Some formats name each outcome (an *arm*), others only count them. Reports of both kinds may be merged, so both are
 * kept side by side and {@link countBranches} folds them; folding earlier would make the result depend on the order of
 * merging.
 */
export interface BranchCoverage {
  /** Arm identity to the number of times it was taken; empty when the format names none. */
  readonly arms: ReadonlyMap<string, number>
  /** The best count seen in a report that names no arms. */
  readonly counted: Count
}

export interface FunctionCoverage {
  readonly name: string
  /** First line, 1-based; 0 when the report does not say. */
  readonly line: number
  readonly hits: number
}

/** What one source file's tests touched. Line numbers are 1-based, hits are integers that never exceed 2^53 - 1. */
export interface FileCoverage {
  readonly path: string
  /** The part of the build that a report puts the file in; tells files apart whose paths are the same. */
  readonly module?: string
  /** Coverable line to hits. A line that is not listed cannot be covered (blank, comment, declaration). */
  readonly lines: ReadonlyMap<number, number>
  readonly branches: ReadonlyMap<number, BranchCoverage>
  /** null when the report says nothing about functions, which is not the same as having none. */
  readonly functions: ReadonlyMap<string, FunctionCoverage> | null
  /** Statement identity to hits; null when the report says nothing about statements. */
  readonly statements: ReadonlyMap<string, number> | null
}

/** null: the report has no data of this kind. */
export interface CoverageTotals {
  readonly lines: Count
  readonly branches: Count | null
  readonly functions: Count | null
  readonly statements: Count | null
}

/** One coverage report as its file tells it: paths are not resolved yet, repeated files are merged already. */
export interface CoverageReport {
  /** The tool that wrote the file, where the file shows it. */
  readonly dialect: string | null
  readonly files: readonly FileCoverage[]
  /** Folders that the report's paths may be relative to, as written. */
  readonly sources: readonly string[]
  /** Totals that the file itself claims. Gates never use them; a difference from our recount is explained. */
  readonly declared: CoverageTotals | null
}

/** Function identity inside a file: overloads and lambdas share names, so the line belongs to it. */
export function functionKey(fn: Pick<FunctionCoverage, 'name' | 'line'>): string {
  return `${fn.line}:${fn.name}`
}

export function countBranches(branch: BranchCoverage): Count {
  let taken = 0
  for (const hits of branch.arms.values()) if (hits > 0) taken++
  return {
    covered: Math.max(taken, branch.counted.covered),
    total: Math.max(branch.arms.size, branch.counted.total),
  }
}
