import type { WarningLog } from '../../warning-log.js'
import { type CoverageBuilder, type FileBuilder, TOO_MANY_FUNCTIONS } from '../coverage-builder.js'
import type { FileEntry } from './file-entry.js'
import { Occurrences } from './occurrences.js'
import { PlaceCounts } from './place-counts.js'
import type { BranchPlace, FunctionPlace } from './places.js'
import { spanText, UNKNOWN } from './span.js'

const SKIPPED = 'what a comment in the source tells istanbul to leave out counts as covered'
const TOO_MANY_ARMS = 'branches are not counted: the report has more than four million different ones'
/** Numbers of functions without a name change with any function before them, their places tell more. */
const NAMELESS = /^(?:\(anonymous_[0-9]{1,9}\))?$/

export interface Target {
  readonly builder: CoverageBuilder
  readonly warnings: WarningLog
  /** Line of the report that the entry begins in. */
  readonly line: number
}

/**
 * Puts the lines, branches and functions of a file into the builder.
 * A line is covered as often as the statement that starts on it and ran most: istanbul's own rule.
 * @returns its statements
 */
export function addEntry(entry: FileEntry, target: Target): PlaceCounts {
  const file = target.builder.file(entry.path)
  const statements = addStatements(entry, file, target)
  addFunctions(entry, file, target)
  addBranches(entry, file, target)
  file.endSection()
  return statements
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

function addBranches({ branches, armHits }: FileEntry, file: FileBuilder, target: Target): void {
  const occurrences = new Occurrences()
  for (const [nth, id] of armHits.ids.ids.entries()) {
    const branch = branches.entries[branches.ids.indexOf(id)]
    if (branch === undefined || branch.line === UNKNOWN) {
      warn(target, 'a branch without a place is not counted')
      continue
    }
    const identity = occurrences.tell(`@${branch.type} ${spanText(branch.span)}`)
    addArms({ identity, branch, hits: armHits.arms[nth] ?? [] }, file, target)
  }
  warnOfSpare(branches.ids.size - armHits.ids.size, 'branches', target)
}

interface FoundBranch {
  readonly identity: string
  readonly branch: BranchPlace
  readonly hits: readonly number[]
}

/** Arms have their order in the branch: those of an `if` without `else` have one place or none. */
function addArms({ identity, branch, hits }: FoundBranch, file: FileBuilder, target: Target): void {
  const { skippedArms, line } = branch
  for (const [arm, count] of hits.entries()) {
    const isSkipped = skippedArms === 'all' || skippedArms.has(arm)
    if (!file.addArm(line, `${identity} ${arm}`, countOf(count, isSkipped, target))) warn(target, TOO_MANY_ARMS)
  }
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
