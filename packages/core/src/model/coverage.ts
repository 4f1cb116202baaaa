import type { Count } from './count.js'

/**
 * The outcomes of the branches that start on one line.
 *
 * Some formats name each outcome (an *arm*), others only count them. Reports of both kinds may be merged, so both are
 * kept side by side and {@link countBranches} folds them; folding earlier would make the result depend on the order of
 * merging.
 */
export interface BranchCoverage {
  /**
   * Arm identity to the number of times it was taken; empty when the format names none. A mark in front
   * tells what the identity is made of: `@` a place in the source, `>` the line that is jumped to; without a mark it is
   * made of numbers or words of the tool.
   */
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
  /** Made for a file that no test loaded: whoever did load it knows its lines and branches better. */
  readonly isPlaceholder?: boolean
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

const ARM_MARKS: readonly string[] = ['@', '>']

export function countBranches({ arms, counted }: BranchCoverage): Count {
  return countArms(arms, counted)
}

/**
 * Reports of two tools may name the same arms in two ways, which must not make them twice as many: of each kind of
 * identity, and of what was only counted, the best count and the largest total are taken.
 * @param arms identity and hits
 */
export function countArms(arms: Iterable<readonly [identity: string, hits: number]>, counted: Count): Count {
  const kinds = new Map<string, { covered: number; total: number }>()
  for (const [identity, hits] of arms) {
    const kind = kindOfArm(identity)
    const count = kinds.get(kind) ?? { covered: 0, total: 0 }
    count.total++
    if (hits > 0) count.covered++
    kinds.set(kind, count)
  }
  return [...kinds.values()].reduce(bestOf, counted)
}

function bestOf(left: Count, right: Count): Count {
  return { covered: Math.max(left.covered, right.covered), total: Math.max(left.total, right.total) }
}

function kindOfArm(identity: string): string {
  const mark = identity.charAt(0)
  return ARM_MARKS.includes(mark) ? mark : ''
}
