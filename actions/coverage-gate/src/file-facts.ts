import type { Count } from '@testwarden/core/model/count'
import { type BranchCoverage, type CoverageTotals, countArms, type FileCoverage } from '@testwarden/core/model/coverage'
import { countLinesOfText, createLineWriter, linesFromText, linesToText, subtract, unite } from './ranges.js'

/** One file's coverage without hits: whether a line ran matters, how often does not. All lists are sorted. */
export interface FileFacts {
  readonly path: string
  /** false: no tracked file answers to this path, so it counts for the project but never for a change. */
  readonly isTracked: boolean
  /** Made for a file that no test of the run loaded: a leg that did load it knows its lines better. */
  readonly isPlaceholder: boolean
  /** Line ranges such as `1-5,7`. */
  readonly covered: string
  readonly missed: string
  readonly branches: readonly BranchFacts[]
  /** Identities; null when no report says anything about functions. */
  readonly functions: HitSet | null
  readonly statements: HitSet | null
}

export interface HitSet {
  readonly covered: readonly string[]
  readonly missed: readonly string[]
}

/** The branches that start on one line. */
export interface BranchFacts {
  readonly line: number
  readonly taken: readonly string[]
  readonly untaken: readonly string[]
  /** Covered and total of reports that only count. */
  readonly counted: readonly [covered: number, total: number]
}

export function encodeFile(file: FileCoverage, isTracked: boolean): FileFacts {
  return {
    path: file.path,
    isTracked,
    isPlaceholder: file.isPlaceholder === true,
    ...encodeLines(file.lines),
    branches: ascending(file.branches).map(encodeBranch),
    functions: file.functions === null ? null : encodeHits([...file.functions].map(([key, { hits }]) => [key, hits])),
    statements: file.statements === null ? null : encodeHits(file.statements),
  }
}

/** Any order and grouping of merges gives the same facts, and the same as encoding the merged model. */
export function mergeFileFacts(left: FileFacts, right: FileFacts): FileFacts {
  if (left.isPlaceholder !== right.isPlaceholder) {
    const measured = left.isPlaceholder ? right : left
    return { ...measured, path: left.path, isTracked: left.isTracked && right.isTracked }
  }
  const covered = unite(linesFromText(left.covered), linesFromText(right.covered))
  const listedAsMissed = unite(linesFromText(left.missed), linesFromText(right.missed))
  return {
    path: left.path,
    isTracked: left.isTracked && right.isTracked,
    isPlaceholder: left.isPlaceholder,
    covered: linesToText(covered),
    missed: linesToText(subtract(listedAsMissed, covered)),
    branches: mergeBranchLists(left.branches, right.branches),
    functions: mergeKnown(left.functions, right.functions),
    statements: mergeKnown(left.statements, right.statements),
  }
}

export function countFileFacts(file: FileFacts): CoverageTotals {
  const covered = countLinesOfText(file.covered)
  return {
    lines: { covered, total: covered + countLinesOfText(file.missed) },
    branches: file.branches.length === 0 ? null : sumBranches(file.branches),
    functions: file.functions === null ? null : countHitSet(file.functions),
    statements: file.statements === null ? null : countHitSet(file.statements),
  }
}

export function sumBranches(branches: Iterable<BranchFacts>): Count {
  let covered = 0
  let total = 0
  for (const branch of branches) {
    const count = countBranch(branch)
    covered += count.covered
    total += count.total
  }
  return { covered, total }
}

export function countBranch({ taken, untaken, counted: [covered, total] }: BranchFacts): Count {
  const arms = [...taken.map((arm) => [arm, 1] as const), ...untaken.map((arm) => [arm, 0] as const)]
  return countArms(arms, { covered, total })
}

function encodeLines(lines: ReadonlyMap<number, number>): { readonly covered: string; readonly missed: string } {
  const covered = createLineWriter()
  const missed = createLineWriter()
  let last = Number.NEGATIVE_INFINITY
  let isAscending = true
  // Millions of lines pass here: forEach makes no object for each, as an iterator does.
  lines.forEach((hits, line) => {
    isAscending &&= line > last
    last = line
    if (hits > 0) covered.add(line)
    else missed.add(line)
  })
  return isAscending ? { covered: covered.text(), missed: missed.text() } : encodeLines(new Map(ascending(lines)))
}

/** Reports mostly list lines in order; this is for the others. */
function ascending<Value>(byLine: ReadonlyMap<number, Value>): (readonly [number, Value])[] {
  return [...byLine].sort(([left], [right]) => left - right)
}

function encodeBranch([line, { arms, counted }]: readonly [number, BranchCoverage]): BranchFacts {
  const { covered: taken, missed: untaken } = encodeHits(arms)
  return { line, taken, untaken, counted: [counted.covered, counted.total] }
}

function encodeHits(hits: Iterable<readonly [string, number]>): HitSet {
  const covered: string[] = []
  const missed: string[] = []
  for (const [key, count] of hits) {
    if (count > 0) covered.push(key)
    else missed.push(key)
  }
  return { covered: covered.sort(), missed: missed.sort() }
}

function mergeBranchLists(left: readonly BranchFacts[], right: readonly BranchFacts[]): readonly BranchFacts[] {
  const byLine = new Map(left.map((branch) => [branch.line, branch]))
  for (const branch of right) {
    const known = byLine.get(branch.line)
    byLine.set(branch.line, known === undefined ? branch : mergeBranch(known, branch))
  }
  return [...byLine.values()].sort((a, b) => a.line - b.line)
}

function mergeBranch(left: BranchFacts, right: BranchFacts): BranchFacts {
  const arms = mergeHitSets(
    { covered: left.taken, missed: left.untaken },
    { covered: right.taken, missed: right.untaken },
  )
  return {
    line: left.line,
    taken: arms.covered,
    untaken: arms.missed,
    counted: [Math.max(left.counted[0], right.counted[0]), Math.max(left.counted[1], right.counted[1])],
  }
}

function mergeKnown(left: HitSet | null, right: HitSet | null): HitSet | null {
  if (left === null) return right
  return right === null ? left : mergeHitSets(left, right)
}

function mergeHitSets(left: HitSet, right: HitSet): HitSet {
  const covered = new Set([...left.covered, ...right.covered])
  const missed = new Set([...left.missed, ...right.missed])
  return { covered: [...covered].sort(), missed: [...missed].filter((key) => !covered.has(key)).sort() }
}

function countHitSet({ covered, missed }: HitSet): Count {
  return { covered: covered.length, total: covered.length + missed.length }
}
