import { addCounts, type Count } from './count.js'
import type { CoverageTotals } from './coverage.js'
import { addTotals } from './coverage-totals.js'

/**
 * How the headline is counted: by coverable lines, as the tool that wrote the reports does, or as one of two services
 * does that many people compare with.
 */
export const FORMULAS = ['lines', 'tool', 'codecov', 'sonar'] as const

export type Formula = (typeof FORMULAS)[number]

/** What a formula comes down to for the reports at hand. */
export type Counting = 'lines' | 'full-lines' | 'lines-and-branches' | 'statements' | 'elements'

export const COUNTINGS: readonly Counting[] = ['lines', 'full-lines', 'lines-and-branches', 'statements', 'elements']

/** Everything that a formula may need. */
export interface CoverageCounts extends CoverageTotals {
  /** Covered lines with something left out: a branch, or a block of Go. null: an older record did not keep them. */
  readonly partialLines: number | null
}

export function addCoverageCounts(left: CoverageCounts, right: CoverageCounts): CoverageCounts {
  const isKnown = left.partialLines !== null && right.partialLines !== null
  return { ...addTotals(left, right), partialLines: isKnown ? left.partialLines + right.partialLines : null }
}

/**
 * Covered and all, by one counting.
 *
 * - `lines`: covered lines of coverable lines.
 * - `full-lines`, Codecov: a line counts as covered only when nothing of it was left out; a partial line is in the
 *   denominator alone. See https://docs.codecov.com/docs/about-code-coverage
 * - `lines-and-branches`, SonarQube: (conditions covered + lines covered) / (conditions + lines to cover). coverage.py
 *   counts the same way with branch data, its statements being lines. See
 *   https://docs.sonarsource.com/sonarqube-server/latest/user-guide/code-metrics/metrics-definition/ and
 *   https://coverage.readthedocs.io/en/latest/branch.html
 * - `statements`, Go: covered statements of statements. See https://pkg.go.dev/cmd/cover
 * - `elements`, OpenClover's total percentage coverage: (true and false outcomes + statements + methods covered) / (twice
 *   the conditions + statements + methods), as its manual has it. Its reports list statements by line, so that several on
 *   one line are one here.
 *
 * Without data on branches or functions there is nothing of them to add.
 * @returns null where the counts lack what the counting rests on
 */
export function countBy(counting: Counting, counts: CoverageCounts): Count | null {
  const { lines, branches, functions, statements, partialLines } = counts
  switch (counting) {
    case 'lines':
      return lines
    case 'full-lines':
      return partialLines === null ? null : { covered: lines.covered - partialLines, total: lines.total }
    case 'lines-and-branches':
      return addKnown(lines, [branches])
    case 'statements':
      return statements
    case 'elements':
      return addKnown(lines, [branches, functions])
  }
}

function addKnown(lines: Count, others: readonly (Count | null)[]): Count {
  return others.filter((count) => count !== null).reduce(addCounts, lines)
}
