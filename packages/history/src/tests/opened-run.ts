import type { Cell } from './cells-text.js'
import { durationOfCode, NO_DURATION } from './duration-code.js'
import type { EncodedRun, TimesText } from './encoded-run.js'
import type { KeyTable } from './key-table.js'
import { positionsInRoster, type Roster } from './roster.js'
import { decodeTimes } from './times-text.js'

/** A run whose body and roster are both there. */
export interface OpenedRun {
  readonly isWhole: boolean
  readonly withheld: string | null
  readonly roster: Roster
  /** Ascending by position. */
  readonly cells: readonly Cell[]
  /** Positions that the roster has as usually skipped. */
  readonly skipped: readonly number[]
  /** null: as usual. */
  cellAt(position: number): Cell | null
  /** Whole microseconds; null: not timed. */
  durationAt(position: number): number | null
  /** By key id. */
  positions(): Int32Array
}

/** What the runs of one roster share, made when it is first asked for. */
export interface OpenedRoster {
  readonly roster: Roster
  readonly skipped: readonly number[]
  positions(): Int32Array
}

/** @param table complete before anybody asks for positions */
export function openRoster(roster: Roster, table: KeyTable): OpenedRoster {
  let positions: Int32Array | null = null
  const skipped: number[] = []
  for (let position = 0; position < roster.skips.length; position++)
    if (roster.skips[position] === 1) skipped.push(position)
  return {
    roster,
    skipped,
    positions() {
      positions ??= positionsInRoster(roster, table)
      return positions
    },
  }
}

export function openRun(
  { isWhole, withheld, times }: EncodedRun,
  { roster, skipped, positions }: OpenedRoster,
  cells: readonly Cell[],
): OpenedRun {
  let codes: Int32Array | null = null
  return {
    isWhole,
    withheld,
    roster,
    cells,
    skipped,
    positions,
    cellAt: (position) => findCell(cells, position),
    durationAt(position) {
      codes ??= codesOf(times, roster)
      return durationOfCode(codes[position] ?? NO_DURATION)
    },
  }
}

/** -1: the run did not have the test. */
export function positionOf(run: OpenedRun, keyId: number | null): number {
  return keyId === null ? -1 : (run.positions()[keyId] ?? -1)
}

/** Times that are damaged were found out when the run was opened. */
function codesOf(times: TimesText | null, { references }: Roster): Int32Array {
  const decoded = times === null ? null : decodeTimes(times, references)
  return decoded ?? new Int32Array(references.length)
}

function findCell(cells: readonly Cell[], position: number): Cell | null {
  let [low, high] = [0, cells.length - 1]
  while (low <= high) {
    const middle = (low + high) >>> 1
    const cell = cells[middle]
    if (cell === undefined || cell.position === position) return cell ?? null
    if (cell.position < position) low = middle + 1
    else high = middle - 1
  }
  return null
}
