import type { WarningLog } from '../../warning-log.js'
import { type CoverageBuilder, type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import type { FileEntry } from './file-entry.js'
import { Occurrences } from './occurrences.js'
import { PlaceCounts } from './place-counts.js'
import { type PlacedBranch, PlacedBranches } from './placed-branches.js'
import type { BranchPlace, FunctionPlace } from './places.js'
import { UNKNOWN } from './span.js'

const SKIPPED = 'what a comment in the source tells istanbul to leave out counts as covered'
/** Numbers of functions without a name change with any function before them, their places tell more. */
const NAMELESS = /^(?:\(anonymous_[0-9]{1,9}\))?$/

export interface Target {
  readonly builder: CoverageBuilder
  readonly warnings: WarningLog
  /** Line of the report that the entry begins in. */
  readonly line: number
}

/** What is known by its place, in the order of the report. */
export interface Placed {
  readonly statements: PlaceCounts
  readonly branches: PlacedBranches
}

/**
 * Puts the lines and functions of a file into the builder.
 * A line is covered as often as the statement that starts on it and ran most: istanbul's own rule.
 * @returns the rest
 */
export function addEntry(entry: FileEntry, target: Target): Placed {
  const file = target.builder.file(entry.path)
  const statements = addStatements(entry, file, target)
  addFunctions(entry, file, target)
  file.endSection()
  return { statements, branches: branchesOf(entry, target) }
}

function addStatements({ statements, statementHits }: FileEntry, file: FileBuilder, target: Target): PlaceCounts {
  const places: number[] = []
  const counts: number[] = []
  for (const [nth, id] of statementHits.ids.ids.entries()) {
    const index = statements.ids.indexOf(id)
    const hits = countOf(statementHits.hits[nth] ?? 0, statements.skipped.has(index), target)
    const line = index === -1 ? UNKNOWN : (statements.numbers[index * 4] ?? UNKNOWN)
    for (let at = index * 4; at < index * 4 + 4; at++) places.push(statements.numbers[at] ?? UNKNOWN)
    counts.push(hits)
    if (line === UNKNOWN) warn(target, 'a statement without a place counts, but on no line')
    else file.addLine(line, hits)
  }
  warnOfSpare(statements.ids.size - statementHits.ids.size, 'statements', target)
  return PlaceCounts.of(places, counts)
}

function addFunctions({ functions, functionHits }: FileEntry, file: FileBuilder, target: Target): void {
  const occurrences = new Occurrences()
  target.builder.sawFunctions()
  for (const [nth, id] of functionHits.ids.ids.entries()) {
    const place = functions.entries[functions.ids.indexOf(id)] ?? NOWHERE
    const line = place.line === UNKNOWN ? 0 : place.line
    const hits = countOf(functionHits.hits[nth] ?? 0, place.isSkipped, target)
    const name = nameOf(place, occurrences)
    if (!file.addFunction({ name, line, hits })) warn(target, TOO_MANY_FUNCTIONS)
  }
  warnOfSpare(functions.ids.size - functionHits.ids.size, 'functions', target)
}

const NOWHERE: FunctionPlace = { name: '', line: UNKNOWN, column: UNKNOWN, isSkipped: false }

/** Unique on its line. */
function nameOf({ name, line, column }: FunctionPlace, occurrences: Occurrences): string {
  const shown = NAMELESS.test(name) ? `(anonymous at column ${column})` : name
  return occurrences.tell(`${line}:${shown}`).slice(`${line}:`.length)
}

function branchesOf({ branches, armHits }: FileEntry, target: Target): PlacedBranches {
  const placed: PlacedBranch[] = []
  for (const [nth, id] of armHits.ids.ids.entries()) {
    const branch = branches.entries[branches.ids.indexOf(id)]
    const hits = armHits.arms[nth] ?? []
    if (branch === undefined || branch.line === UNKNOWN) warn(target, 'a branch without a place is not counted')
    else placed.push({ ...branch, hits: hits.map((count, arm) => countOf(count, isArmSkipped(branch, arm), target)) })
  }
  warnOfSpare(branches.ids.size - armHits.ids.size, 'branches', target)
  return PlacedBranches.of(placed)
}

function isArmSkipped({ skippedArms }: BranchPlace, arm: number): boolean {
  return skippedArms === 'all' || skippedArms.has(arm)
}

function countOf(hits: number, isSkipped: boolean, target: Target): number {
  if (hits > 0 || !isSkipped) return hits
  warn(target, SKIPPED)
  return 1
}

function warnOfSpare(spare: number, what: string, target: Target): void {
  if (spare > 0) warn(target, `${what} that have a place and no count are not counted`)
}

function warn({ warnings, line }: Target, message: string): void {
  warnings.add(message, line)
}
