import { durationCode } from './duration-code.js'
import type { RosterText } from './encoded-run.js'
import { encodeKeys } from './key-list-text.js'
import type { KeyTable } from './key-table.js'
import { encodeNumbers, gapsOf } from './number-text.js'
import type { RecordedCase } from './recorded-run.js'
import { positionsInRoster, type Roster } from './roster.js'
import { rosterId } from './roster-id.js'

/** How a run's tests differ from a roster. */
export interface RosterChange {
  readonly base: Roster
  readonly added: readonly RecordedCase[]
  /** Positions in the base, ascending. */
  readonly removed: readonly number[]
}

/** Cases with the ids of their keys, -1 for those that no known roster has. */
export interface KnownCases {
  readonly cases: readonly RecordedCase[]
  readonly keyIds: Int32Array
}

/** The table is complete: nothing enters it meanwhile. */
export function changeSince(base: Roster, { cases, keyIds }: KnownCases, table: KeyTable): RosterChange {
  const positions = positionsInRoster(base, table)
  const isHere = new Uint8Array(base.keyIds.length)
  const added: RecordedCase[] = []
  for (const [index, testCase] of cases.entries()) {
    const position = positions[keyIds[index] ?? -1] ?? -1
    if (position >= 0) isHere[position] = 1
    else added.push(testCase)
  }
  const removed: number[] = []
  for (let position = 0; position < isHere.length; position++) if (isHere[position] === 0) removed.push(position)
  return { base, added, removed }
}

export function sizeOfChange({ added, removed }: RosterChange): number {
  return added.length + removed.length
}

/** The run's own durations are the references of what is new. */
export function encodeRoster(change: RosterChange | null, cases: readonly RecordedCase[]): RosterText {
  const added = change === null ? cases : change.added
  const skipped = added.flatMap(({ outcome }, position) => (outcome === 'S' ? [position] : []))
  const text = {
    base: change === null ? null : change.base.id,
    removed: encodeNumbers(gapsOf(change === null ? [] : change.removed)),
    ...encodeKeys(added.map(({ key }) => key)),
    references: encodeNumbers(added.map(({ durationUs }) => durationCode(durationUs))),
    skipped: encodeNumbers(gapsOf(skipped)),
  }
  return { id: rosterId(text), ...text }
}
