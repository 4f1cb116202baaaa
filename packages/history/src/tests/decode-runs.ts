import type { Cell } from './cells-text.js'
import { KeyTable } from './key-table.js'
import { openBodies } from './open-bodies.js'
import { type OpenedRun, positionOf } from './opened-run.js'
import { countAttempts, type RecordedCell } from './recorded-run.js'

/** A case that is not one plain pass. */
export interface UnplainCase extends RecordedCell {
  readonly key: string
  /** One letter for each attempt, see `RecordedCase`. */
  readonly outcome: string
  readonly fingerprint: string | null
}

/**
 * Runs as their bodies tell of them, without an object for each case. `run` is always the index of a body in the list
 * that was opened; a run that cannot be used has no cases.
 */
export interface TestRuns {
  /** Indexes of the runs that can be used, ascending. */
  readonly usable: readonly number[]
  /** Why others cannot, for people. */
  readonly problems: readonly string[]
  isWhole(run: number): boolean
  withheld(run: number): string | null
  /** How many cases it had. */
  count(run: number): number
  has(run: number, key: string): boolean
  /** Ascending. */
  keys(run: number): readonly string[]
  /** null: the run did not have the test. */
  cellOf(run: number, key: string): RecordedCell | null
  /** All that are not one plain pass, the skipped ones too. Ascending by key. */
  failing(run: number): readonly UnplainCase[]
  /** Those with a failed attempt: few where {@link failing} may be thousands. Ascending by key. */
  failed(run: number): readonly UnplainCase[]
  /** Within 14 % or 2 ms of what was recorded. null: not timed, or not in the run. */
  durationUs(run: number, key: string): number | null
}

/** @param bodies of records of one variant, oldest first; anything may be among them */
export function openTestRuns(bodies: readonly unknown[]): TestRuns {
  const table = new KeyTable()
  const { runs, problems } = openBodies(bodies, table)
  const find = (run: number, key: string): Place | null => {
    const opened = runs[run] ?? null
    const position = opened === null ? -1 : positionOf(opened, table.idOf(key))
    return opened === null || position < 0 ? null : { opened, position }
  }
  return {
    usable: runs.flatMap((opened, run) => (opened === null ? [] : [run])),
    problems,
    isWhole: (run) => runs[run]?.isWhole ?? false,
    withheld: (run) => runs[run]?.withheld ?? null,
    count: (run) => runs[run]?.roster.keyIds.length ?? 0,
    has: (run, key) => find(run, key) !== null,
    keys: (run) => Array.from(runs[run]?.roster.keyIds ?? [], (id) => table.keyOf(id)),
    cellOf: (run, key) => cellAt(find(run, key)),
    failing: (run) => unplainCases(runs[run] ?? null, table),
    failed: (run) => failedCases(runs[run] ?? null, table),
    durationUs(run, key) {
      const place = find(run, key)
      return place === null ? null : place.opened.durationAt(place.position)
    },
  }
}

interface Place {
  readonly opened: OpenedRun
  readonly position: number
}

/** Nearly all cells are one of these. */
const PASSED: RecordedCell = countAttempts('P')
const SKIPPED: RecordedCell = countAttempts('S')

function cellAt(place: Place | null): RecordedCell | null {
  if (place === null) return null
  const { opened, position } = place
  const cell = opened.cellAt(position)
  if (cell !== null) return countAttempts(cell.outcome)
  return opened.roster.skips[position] === 1 ? SKIPPED : PASSED
}

function failedCases(opened: OpenedRun | null, table: KeyTable): UnplainCase[] {
  if (opened === null) return []
  return opened.cells.flatMap((cell) => (/[FE]/.test(cell.outcome) ? [unplainCase(opened, cell, table)] : []))
}

/** Two ascending lists as one; a cell tells more than that its test is usually skipped. */
function unplainCases(opened: OpenedRun | null, table: KeyTable): UnplainCase[] {
  if (opened === null) return []
  const { cells, skipped } = opened
  const unplain: UnplainCase[] = []
  let next = 0
  const skipUntil = (end: number): void => {
    for (; next < skipped.length && (skipped[next] ?? 0) < end; next++)
      unplain.push(unplainCase(opened, { position: skipped[next] ?? 0, outcome: 'S', fingerprint: null }, table))
  }
  for (const cell of cells) {
    skipUntil(cell.position)
    if (skipped[next] === cell.position) next++
    if (cell.outcome !== 'P') unplain.push(unplainCase(opened, cell, table))
  }
  skipUntil(Number.POSITIVE_INFINITY)
  return unplain
}

function unplainCase({ roster }: OpenedRun, { position, outcome, fingerprint }: Cell, table: KeyTable): UnplainCase {
  const counts = outcome === 'S' ? SKIPPED : countAttempts(outcome)
  return { key: table.keyOf(roster.keyIds[position] ?? 0), outcome, fingerprint, ...counts }
}
