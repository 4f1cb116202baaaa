import { type BranchCoverage, countBranches, type FileCoverage } from '@testwarden/core/model/coverage'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { armHits } from './arm-hits.js'
import { ascending } from './ascending.js'

/**
 * Merged coverage as an LCOV tracefile (geninfo(1), the records that every version knows), one piece for each file, so
 * that memory does not grow with the report. What LCOV has no record for is left out: statements.
 * @param files paths are written as they are; those that no line can hold are the caller's to keep away
 */
export function* writeLcov(files: Iterable<FileCoverage>): Generator<string> {
  for (const file of files) yield `${[...records(file)].join('\n')}\n`
}

function* records(file: FileCoverage): Generator<string> {
  yield 'TN:'
  yield `SF:${file.path}`
  yield* functionRecords(file)
  yield* branchRecords(file)
  for (const [line, hits] of ascending(file.lines)) yield `DA:${line},${hits}`
  const { lines } = countCoverage([file])
  yield `LF:${lines.total}`
  yield `LH:${lines.covered}`
  yield 'end_of_record'
}

/** Starts first, then counts in the same order: that is what ties functions of one name together. */
function* functionRecords({ functions }: FileCoverage): Generator<string> {
  if (functions === null) return
  const inOrder = [...functions.values()].sort((left, right) => left.line - right.line)
  for (const { line, name } of inOrder) yield `FN:${line},${onOneLine(name)}`
  for (const { hits, name } of inOrder) yield `FNDA:${hits},${onOneLine(name)}`
  yield `FNF:${inOrder.length}`
  yield `FNH:${inOrder.filter(({ hits }) => hits > 0).length}`
}

function* branchRecords({ branches, lines }: FileCoverage): Generator<string> {
  if (branches.size === 0) return
  let found = 0
  let taken = 0
  for (const [line, branch] of ascending(branches)) {
    const count = countBranches(branch)
    found += count.total
    taken += count.covered
    // A dash, not a zero: nothing is known of a branch that was never reached.
    const isReached = lines.get(line) !== 0 || count.covered > 0
    for (const [arm, hits] of namedArms(branch)) yield `BRDA:${line},${arm},${isReached ? hits : '-'}`
  }
  yield `BRF:${found}`
  yield `BRH:${taken}`
}

const BLOCK_AND_BRANCH = /^\d+,\d+$/

/** Names that came from LCOV stay; all others are numbered, because other tools read numbers only. */
function namedArms(branch: BranchCoverage): readonly (readonly [string, number])[] {
  const arms = [...branch.arms]
  if (arms.length >= branch.counted.total && arms.every(([arm]) => BLOCK_AND_BRANCH.test(arm)))
    return arms.sort(([left], [right]) => compareArms(left, right))
  return armHits(branch).map((hits, index) => [`0,${index}`, hits] as const)
}

/** By block, then by branch, as geninfo has them: a block 1 before a block 0 looks as if blocks were numbered through the file. */
function compareArms(left: string, right: string): number {
  const [leftBlock = 0, leftBranch = 0] = left.split(',').map(Number)
  const [rightBlock = 0, rightBranch = 0] = right.split(',').map(Number)
  return leftBlock - rightBlock || leftBranch - rightBranch
}

/** The name of a function may be anything in some languages; a record is one line. */
function onOneLine(name: string): string {
  return name.replace(/[\r\n\u2028\u2029]+/g, ' ')
}
