import { addSaturated } from './count.js'
import type { BranchCoverage, FileCoverage, FunctionCoverage } from './coverage.js'

/** A map that may know how to add another of its kind faster than entry by entry. */
export interface AddableMap<Key, Value> extends ReadonlyMap<Key, Value> {
  /** null: these cannot be added that way. */
  plus?(other: ReadonlyMap<Key, Value>): ReadonlyMap<Key, Value> | null
}

/**
 * What two reports together say about one file. The order and grouping of merges never matter, and merging a file with
 * itself changes hits but never what is covered, so a report that is read twice does no harm.
 *
 * A file that no test loaded was only guessed at, sometimes line by line with blank ones and all: whoever measured it
 * knows better, so nothing of the guess is kept.
 * @param left its path is kept; both must be about the same file
 */
export function mergeFileCoverage(left: FileCoverage, right: FileCoverage): FileCoverage {
  const isLeftGuessed = left.isPlaceholder === true
  if (isLeftGuessed !== (right.isPlaceholder === true)) return isLeftGuessed ? { ...right, path: left.path } : left
  return {
    ...left,
    lines: mergeMaps(left.lines, right.lines, addSaturated),
    branches: mergeMaps(left.branches, right.branches, mergeBranches),
    functions: mergeKnown(left.functions, right.functions, mergeFunctions),
    statements: mergeKnown(left.statements, right.statements, addSaturated),
  }
}

/**
 * Files of one path become one, where the first of them stood. They are merged in pairs, then pairs of pairs: one after
 * the other, each merge would copy all that came before, and a report may list one file a hundred thousand times.
 */
export function mergeByPath(files: Iterable<FileCoverage>): readonly FileCoverage[] {
  const groups = new Map<string, FileCoverage[]>()
  for (const file of files) {
    const group = groups.get(file.path)
    if (group === undefined) groups.set(file.path, [file])
    else group.push(file)
  }
  return [...groups.values()].flatMap(mergeInPairs)
}

function mergeInPairs(files: readonly FileCoverage[]): readonly FileCoverage[] {
  let round = files
  while (round.length > 1) round = mergeNeighbours(round)
  return round
}

function mergeNeighbours(files: readonly FileCoverage[]): readonly FileCoverage[] {
  const merged: FileCoverage[] = []
  for (const [index, file] of files.entries()) {
    const left = index % 2 === 1 ? merged.pop() : undefined
    merged.push(left === undefined ? file : mergeFileCoverage(left, file))
  }
  return merged
}

/**
 * Arms are joined by their identity. Counts have no identity: two reports that each saw 1 of 2 may have seen the same
 * one, so the best of each number is kept and nothing is added.
 */
export function mergeBranches(left: BranchCoverage, right: BranchCoverage): BranchCoverage {
  return {
    arms: mergeMaps(left.arms, right.arms, addSaturated),
    counted: {
      covered: Math.max(left.counted.covered, right.counted.covered),
      total: Math.max(left.counted.total, right.counted.total),
    },
  }
}

function mergeFunctions(left: FunctionCoverage, right: FunctionCoverage): FunctionCoverage {
  return { ...left, hits: addSaturated(left.hits, right.hits) }
}

function mergeKnown<Key, Value>(
  left: ReadonlyMap<Key, Value> | null,
  right: ReadonlyMap<Key, Value> | null,
  merge: (left: Value, right: Value) => Value,
): ReadonlyMap<Key, Value> | null {
  if (left === null) return right
  return right === null ? left : mergeMaps(left, right, merge)
}

function mergeMaps<Key, Value>(
  left: AddableMap<Key, Value>,
  right: ReadonlyMap<Key, Value>,
  merge: (left: Value, right: Value) => Value,
): ReadonlyMap<Key, Value> {
  const sum = left.plus?.(right) ?? null
  if (sum !== null) return sum
  if (left.size === 0) return right
  return right.size === 0 ? left : mergeEntries(left, right, merge)
}

function mergeEntries<Key, Value>(
  left: ReadonlyMap<Key, Value>,
  right: ReadonlyMap<Key, Value>,
  merge: (left: Value, right: Value) => Value,
): ReadonlyMap<Key, Value> {
  const merged = new Map(left)
  for (const [key, value] of right) {
    const known = merged.get(key)
    merged.set(key, known === undefined ? value : merge(known, value))
  }
  return merged
}
