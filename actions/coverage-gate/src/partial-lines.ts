import { type BranchFacts, countBranch, type FileFacts, type HitSet } from './file-facts.js'
import { intersect, type Lines, linesFromRanges, linesFromText } from './ranges.js'

/**
 * Lines that ran with something left out: a branch, or a block of Go, of which several may stand on a line. They are
 * what Codecov calls partial.
 */
export function partialLines({ covered, branches, statements }: FileFacts): Lines {
  const leftOut = [...untakenBranches(branches), ...missedBlocks(statements)]
  return leftOut.length === 0 ? [] : intersect(linesFromText(covered), linesFromRanges(leftOut))
}

function untakenBranches(branches: readonly BranchFacts[]): Lines {
  return branches
    .filter((branch) => {
      const { covered, total } = countBranch(branch)
      return covered < total
    })
    .map(({ line }) => ({ first: line, last: line }))
}

/** The first statement of a block, as the reader of Go profiles names it: `5.12,8.22#0`. */
const FIRST_OF_BLOCK = /^(\d{1,10})\.\d{1,10},(\d{1,10})\.(\d{1,10})#0$/
/** A block that ends in these columns ends with a brace that stands alone. */
const BRACE_COLUMN = 2

function missedBlocks(statements: HitSet | null): Lines {
  return (statements?.missed ?? []).flatMap((identity) => {
    const [first, end, column] = (FIRST_OF_BLOCK.exec(identity) ?? []).slice(1).map(Number)
    if (first === undefined || end === undefined || column === undefined) return []
    return [{ first, last: Math.max(first, column <= BRACE_COLUMN ? end - 1 : end) }]
  })
}
