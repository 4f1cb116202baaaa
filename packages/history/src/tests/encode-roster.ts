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

export function changeSince(base: Roster, cases: readonly RecordedCase[], table: KeyTable): RosterChange {
  const positions = positionsInRoster(base, table)
  const isHere = new Uint8Array(base.keyIds.length)
  const added = cases.filter(({ key }) => {
    const id = table.idOf(key)
    const position = id === null ? -1 : (positions[id] ?? -1)
    if (position >= 0) isHere[position] = 1
    return position < 0
  })
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
