import { addCounts, type Count } from './count.js'
import { type BranchCoverage, type CoverageTotals, countBranches, type FileCoverage } from './coverage.js'

/** Our recount from the listed lines: the only totals that a gate judges. */
export function countCoverage(files: Iterable<FileCoverage>): CoverageTotals {
  let totals: CoverageTotals = { lines: { covered: 0, total: 0 }, branches: null, functions: null, statements: null }
  for (const file of files) totals = addTotals(totals, countFile(file))
  return totals
}

export function countFile(file: FileCoverage): CoverageTotals {
  return {
    lines: countHits(file.lines.values()),
    branches: countFileBranches(file.branches),
    functions: file.functions === null ? null : countHits([...file.functions.values()].map((fn) => fn.hits)),
    statements: file.statements === null ? null : countHits(file.statements.values()),
  }
}

export function addTotals(left: CoverageTotals, right: CoverageTotals): CoverageTotals {
  return {
    lines: addCounts(left.lines, right.lines),
    branches: addKnown(left.branches, right.branches),
    functions: addKnown(left.functions, right.functions),
    statements: addKnown(left.statements, right.statements),
  }
}

function addKnown(left: Count | null, right: Count | null): Count | null {
  if (left === null) return right
  return right === null ? left : addCounts(left, right)
}

function countHits(hits: Iterable<number>): Count {
  let covered = 0
  let total = 0
  for (const count of hits) {
    total++
    if (count > 0) covered++
  }
  return { covered, total }
}

/** Branches that may know their number without describing each. */
export interface CountableBranches extends ReadonlyMap<number, BranchCoverage> {
  count?(): Count
}

/** null when there are none. */
function countFileBranches(branches: CountableBranches): Count | null {
  const known = branches.count?.()
  if (known !== undefined) return known.total === 0 ? null : known
  if (branches.size === 0) return null
  let sum: Count = { covered: 0, total: 0 }
  for (const branch of branches.values()) sum = addCounts(sum, countBranches(branch))
  return sum
}
