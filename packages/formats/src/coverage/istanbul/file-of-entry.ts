import type { FileCoverage } from '@testwarden/core/model/coverage'
import type { WarningLog } from '../../warning-log.js'
import type { BranchPlace } from './branch-places.js'
import type { FileEntry } from './file-entry.js'
import type { FunctionPlace } from './function-places.js'
import { LineCounts } from './line-counts.js'
import { Occurrences } from './occurrences.js'
import { PlaceCounts } from './place-counts.js'
import { type PlacedBranch, PlacedBranches } from './placed-branches.js'
import { PlacedFunctions } from './placed-functions.js'
import { UNKNOWN } from './span.js'

const SKIPPED = 'what a comment in the source tells istanbul to leave out counts as covered'
/** Numbers of functions without a name change with any function before them, their places tell more. */
const NAMELESS = /^(?:\(anonymous_[0-9]{1,9}\))?$/

export interface EntryPlace {
  readonly warnings: WarningLog
  /** Line of the report that the entry begins in. */
  readonly line: number
}

/** What a file's entry means: counts tied to places by their ids, which are forgotten here. */
export function fileOfEntry(entry: FileEntry, place: EntryPlace): FileCoverage {
  return {
    path: entry.path,
    ...(entry.isPlaceholder ? { isPlaceholder: true } : {}),
    ...statementsOf(entry, place),
    functions: functionsOf(entry, place),
    branches: branchesOf(entry, place),
  }
}

/** A line is covered as often as the statement that starts on it and ran most: istanbul's own rule. */
function statementsOf({ statements, statementHits }: FileEntry, target: EntryPlace) {
  const counts: number[] = []
  const lines: number[] = []
  const lineHits: number[] = []
  const indexes = statements.ids.indexesOf(statementHits.ids)
  for (const [nth, index] of indexes.entries()) {
    const hits = countOf(statementHits.hits[nth] ?? 0, statements.skipped.has(index), target)
    const line = index === -1 ? UNKNOWN : (statements.numbers[index * 4] ?? UNKNOWN)
    counts.push(hits)
    if (line === UNKNOWN) {
      warn(target, 'a statement without a place counts, but on no line')
      continue
    }
    lines.push(line)
    lineHits.push(hits)
  }
  warnOfSpare(statements.ids.size - statementHits.ids.size, 'statements', target)
  return {
    lines: LineCounts.of(lines, lineHits),
    statements: PlaceCounts.of(placesOf(statements.numbers, indexes), counts),
  }
}

/** Four numbers for each statement that has a count. */
function placesOf(numbers: readonly number[], indexes: readonly number[]): readonly number[] {
  const isAsListed = numbers.length === indexes.length * 4 && indexes.every((index, nth) => index === nth)
  if (isAsListed) return numbers
  return indexes.flatMap((index) => [0, 1, 2, 3].map((part) => numbers[index * 4 + part] ?? UNKNOWN))
}

function functionsOf({ functions, functionHits }: FileEntry, target: EntryPlace): PlacedFunctions {
  const occurrences = new Occurrences()
  const found = functions.ids.indexesOf(functionHits.ids).map((index, nth) => {
    const place = functions.entries[index] ?? NOWHERE
    const line = place.line === UNKNOWN ? 0 : place.line
    const hits = countOf(functionHits.hits[nth] ?? 0, place.isSkipped, target)
    return { name: nameOf(place, occurrences), line, hits }
  })
  warnOfSpare(functions.ids.size - functionHits.ids.size, 'functions', target)
  return PlacedFunctions.of(found)
}

const NOWHERE: FunctionPlace = { name: '', line: UNKNOWN, column: UNKNOWN, isSkipped: false }

/** Unique on its line. */
function nameOf({ name, line, column }: FunctionPlace, occurrences: Occurrences): string {
  const shown = NAMELESS.test(name) ? `(anonymous at column ${column})` : name
  return occurrences.tell(`${line}:${shown}`).slice(`${line}:`.length)
}

function branchesOf({ branches, armHits }: FileEntry, target: EntryPlace): PlacedBranches {
  const placed: PlacedBranch[] = []
  for (const [nth, index] of branches.ids.indexesOf(armHits.ids).entries()) {
    const branch = branches.entries[index]
    const hits = armHits.arms[nth] ?? []
    if (branch === undefined || branch.line === UNKNOWN) warn(target, 'a branch without a place is not counted')
    else placed.push({ type: branch.type, line: branch.line, span: branch.span, hits: armsOf(branch, hits, target) })
  }
  warnOfSpare(branches.ids.size - armHits.ids.size, 'branches', target)
  return PlacedBranches.of(placed)
}

function armsOf(branch: BranchPlace, hits: readonly number[], target: EntryPlace): readonly number[] {
  if (branch.skippedArms !== 'all' && branch.skippedArms.size === 0) return hits
  return hits.map((count, arm) => countOf(count, isArmSkipped(branch, arm), target))
}

function isArmSkipped({ skippedArms }: BranchPlace, arm: number): boolean {
  return skippedArms === 'all' || skippedArms.has(arm)
}

function countOf(hits: number, isSkipped: boolean, target: EntryPlace): number {
  if (hits > 0 || !isSkipped) return hits
  warn(target, SKIPPED)
  return 1
}

function warnOfSpare(spare: number, what: string, target: EntryPlace): void {
  if (spare > 0) warn(target, `${what} that have a place and no count are not counted`)
}

function warn({ warnings, line }: EntryPlace, message: string): void {
  warnings.add(message, line)
}
