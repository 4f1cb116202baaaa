import type { KeyTable } from './key-table.js'

/** Which tests a run had, unpacked. Keys are ids of a {@link KeyTable}, in the order of their texts. */
export interface Roster {
  readonly id: string
  /** How many rosters it rests on, one on the other. */
  readonly depth: number
  /** The full one at the bottom; itself when it is one. */
  readonly rootId: string
  readonly keyIds: Int32Array
  /** A duration code for each key. */
  readonly references: Int32Array
  /** 1: usually skipped. */
  readonly skips: Uint8Array
}

/** Position of each key id, -1 for those that the roster lacks. */
export function positionsInRoster({ keyIds }: Roster, table: KeyTable): Int32Array {
  const positions = new Int32Array(table.size).fill(-1)
  for (let position = 0; position < keyIds.length; position++) positions[keyIds[position] ?? 0] = position
  return positions
}
