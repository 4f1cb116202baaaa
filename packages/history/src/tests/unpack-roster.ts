import type { RosterText } from './encoded-run.js'
import { decodeKeys } from './key-list-text.js'
import type { KeyTable } from './key-table.js'
import { decodeNumbers, positionsOf } from './number-text.js'
import type { Roster } from './roster.js'
import { rosterId } from './roster-id.js'

/** What a roster adds to its base: three lists of one length. */
interface Added {
  readonly keys: readonly string[]
  readonly references: Int32Array
  readonly skips: Uint8Array
}

/** @param base the roster that the text names as its base. null: damaged, or not what its id says */
export function unpackRoster(text: RosterText, base: Roster | null, table: KeyTable): Roster | null {
  if (rosterId(text) !== text.id) return null
  const added = readAdded(text)
  const removed = decodeGaps(text.removed, base?.keyIds.length ?? 0)
  if (added === null || removed === null) return null
  const lists = merge({ base, removed, added }, table)
  if (lists === null) return null
  return { id: text.id, depth: base === null ? 0 : base.depth + 1, rootId: base?.rootId ?? text.id, ...lists }
}

function readAdded(text: RosterText): Added | null {
  const keys = decodeKeys(text)
  const references = decodeNumbers(text.references)
  if (keys === null || references === null || references.length !== keys.length) return null
  const skipped = decodeGaps(text.skipped, keys.length)
  if (skipped === null) return null
  const skips = new Uint8Array(keys.length)
  for (const position of skipped) skips[position] = 1
  return { keys, references, skips }
}

function decodeGaps(text: string, end: number): Int32Array | null {
  const gaps = decodeNumbers(text)
  return gaps === null ? null : positionsOf(gaps, end)
}

type RosterLists = Pick<Roster, 'keyIds' | 'references' | 'skips'>

interface Merge {
  readonly base: Roster | null
  readonly removed: Int32Array
  readonly added: Added
}

/** null: a key is added that the base has already. */
function merge({ base, removed, added }: Merge, table: KeyTable): RosterLists | null {
  const old: RosterLists = base ?? {
    keyIds: new Int32Array(0),
    references: new Int32Array(0),
    skips: new Uint8Array(0),
  }
  const size = old.keyIds.length - removed.length + added.keys.length
  const lists = { keyIds: new Int32Array(size), references: new Int32Array(size), skips: new Uint8Array(size) }
  let [from, to, gone] = [0, 0, 0]
  const keepUntil = (end: number): void => {
    while (from < end) {
      const stop = Math.min(end, removed[gone] ?? end)
      copyRange(old, { from, stop }, { lists, to })
      to += stop - from
      from = stop
      if (from === removed[gone]) {
        from++
        gone++
      }
    }
  }
  for (const [index, key] of added.keys.entries()) {
    const place = placeOf(key, old.keyIds, table)
    if (place === null) return null
    keepUntil(place)
    lists.keyIds[to] = table.enter(key)
    lists.references[to] = added.references[index] ?? 0
    lists.skips[to++] = added.skips[index] ?? 0
  }
  keepUntil(old.keyIds.length)
  return lists
}

function copyRange(
  old: RosterLists,
  { from, stop }: { readonly from: number; readonly stop: number },
  { lists, to }: { readonly lists: RosterLists; readonly to: number },
): void {
  lists.keyIds.set(old.keyIds.subarray(from, stop), to)
  lists.references.set(old.references.subarray(from, stop), to)
  lists.skips.set(old.skips.subarray(from, stop), to)
}

/** Index of the first key that is greater; null when the key itself is there. */
function placeOf(key: string, keyIds: Int32Array, table: KeyTable): number | null {
  let [low, high] = [0, keyIds.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const other = table.keyOf(keyIds[middle] ?? 0)
    if (other === key) return null
    if (other < key) low = middle + 1
    else high = middle
  }
  return low
}
