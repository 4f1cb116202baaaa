import type { FormulaCount } from '@testwarden/core/files/explain-file'
import { countBranches, type FileCoverage } from '@testwarden/core/model/coverage'
import { type Counting, countBy } from '@testwarden/core/model/coverage-formula'
import { countFile } from '@testwarden/core/model/coverage-totals'
import { linesOf } from '@testwarden/core/model/line-range'

const COUNTED_BY: readonly (readonly [formula: string, counting: Counting])[] = [
  ['lines', 'lines'],
  ['codecov', 'full-lines'],
  ['sonar', 'lines-and-branches'],
  ['statements', 'statements'],
]

/** One file counted in the ways that people compare. */
export function formulaCounts(file: FileCoverage): readonly FormulaCount[] {
  const counts = { ...countFile(file), partialLines: partialLines(file).size }
  return COUNTED_BY.map(([formula, counting]) => ({ formula, count: countBy(counting, counts) }))
}

/** Lines that ran with something left out: a branch, or a block of Go, of which several may stand on a line. */
function partialLines({ lines, branches, statements }: FileCoverage): ReadonlySet<number> {
  const partial = new Set<number>()
  const add = (line: number): void => void ((lines.get(line) ?? 0) > 0 && partial.add(line))
  for (const [line, branch] of branches) {
    const { covered, total } = countBranches(branch)
    if (covered < total) add(line)
  }
  for (const [name, hits] of statements ?? []) if (hits === 0) for (const line of linesOfBlock(name)) add(line)
  return partial
}

/** The first statement of a block, as the reader of Go profiles names it: `5.12,8.22#0`. */
const FIRST_OF_BLOCK = /^(\d{1,10})\.\d{1,10},(\d{1,10})\.(\d{1,10})#0$/
/** A block that ends in these columns ends with a brace that stands alone. */
const BRACE_COLUMN = 2

/** The reader has checked that there are not more of them than a program may have. */
function linesOfBlock(name: string): Iterable<number> {
  const [first, end, column] = (FIRST_OF_BLOCK.exec(name) ?? []).slice(1).map(Number)
  if (first === undefined || end === undefined || column === undefined) return []
  return linesOf([{ first, last: Math.max(first, column <= BRACE_COLUMN ? end - 1 : end) }])
}
