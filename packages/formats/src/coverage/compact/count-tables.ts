import { GrowingIntegers } from '../../compact/growing-integers.js'
import type { NumberStore } from './number-store.js'
import { type CountMerge, mergeCounts, PendingCounts } from './pending-counts.js'

/** Merging pays off when it moves only so many entries for each that came in; so a file in a million sections stays cheap. */
const WORTHWHILE_MOVES = 16
/** One section may be the whole report: do not wait for its end. */
const MANY_ENTRIES = 64 * 1024
/** Room that a table gets when it turns out to grow. What is not used of it takes addresses, but no memory. */
const GROWTH = 1.5

/**
 * The tables of one kind of all files of a report, from integer keys to counts: table n belongs to file n. Most files are
 * short, so a table is no object, but four integers, and its keys and counts lie in order in a {@link NumberStore}: 4 to
 * 16 bytes an entry where a Map takes 40 and more. A report of 50 MB may list five million lines, or a hundred thousand files.
 */
export class CountTables {
  private readonly merge: CountMerge
  private readonly store: NumberStore
  private readonly sizes = new GrowingIntegers()
  /** Entries that the pieces at hand have room for. */
  private readonly rooms = new GrowingIntegers()
  private readonly keyAddresses = new GrowingIntegers()
  private readonly countAddresses = new GrowingIntegers()
  private readonly pending = new Map<number, PendingCounts>()
  /** Of the table that was added to last: nearly always the next is the same. */
  private lastPending = new PendingCounts()
  private lastTable = -1
  private spare: PendingCounts | null = this.lastPending

  constructor(merge: CountMerge, store: NumberStore) {
    this.merge = merge
    this.store = store
  }

  /** @param key non-negative integer @param count integer from 0 to 2^53 - 1 */
  add(table: number, key: number, count: number): void {
    const pending = table === this.lastTable ? this.lastPending : this.pendingOf(table)
    pending.add(key, count)
    if (pending.length % MANY_ENTRIES === 0) this.pack(table)
  }

  /** Packs what came in if it is worth the work. */
  pack(table: number): void {
    const pending = this.pending.get(table)
    if (pending === undefined) return
    const moved = this.size(table) - this.lowerBound(table, pending.smallestKey)
    if (moved <= pending.length * WORTHWHILE_MOVES) this.seal(table, pending)
  }

  /** Packs everything that came in; needed before reading. */
  sealAll(): void {
    for (const [table, pending] of this.pending) this.seal(table, pending)
  }

  /** Entries. What follows asks for sealed tables, too. */
  size(table: number): number {
    return this.sizes.at(table)
  }

  keyAt(table: number, index: number): number {
    return this.store.numberAt(this.keyAddresses.at(table), index)
  }

  countAt(table: number, index: number): number {
    return this.store.numberAt(this.countAddresses.at(table), index)
  }

  /** In the order of their keys. */
  counts(table: number): ArrayIterator<number> {
    return this.store.view(this.countAddresses.at(table), this.size(table)).values()
  }

  /** First index whose key is not below `key`; {@link size} when there is none. */
  lowerBound(table: number, key: number): number {
    let low = 0
    let high = this.size(table)
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.keyAt(table, middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** -1 when the key is not there. */
  find(table: number, key: number): number {
    const index = this.lowerBound(table, key)
    return index < this.size(table) && this.keyAt(table, index) === key ? index : -1
  }

  private pendingOf(table: number): PendingCounts {
    const known = this.pending.get(table)
    const pending = known ?? this.spare ?? new PendingCounts()
    if (known === undefined) {
      this.spare = null
      this.pending.set(table, pending)
    }
    this.lastTable = table
    this.lastPending = pending
    return pending
  }

  private seal(table: number, pending: PendingCounts): void {
    pending.fold(this.merge)
    if (this.size(table) === 0) this.fill(table, pending)
    else this.mergeAll(table, pending)
    this.pending.delete(table)
    this.lastTable = -1
    pending.clear()
    this.spare = pending
  }

  /** Most tables come in one piece: copying it takes less than half the time of merging it into nothing. */
  private fill(table: number, pending: PendingCounts): void {
    const { length, largestKey } = pending
    this.makeRoom(table, { size: length, largestKey, largestCount: pending.largestCount() })
    const keys = this.store.view(this.keyAddresses.at(table), length)
    const counts = this.store.view(this.countAddresses.at(table), length)
    pending.copyTo(keys, counts)
    this.sizes.set(table, length)
  }

  private mergeAll(table: number, pending: PendingCounts): void {
    const merged = this.foresee(table, pending)
    this.makeRoom(table, merged)
    this.mergeIn(table, pending, merged.size)
    this.sizes.set(table, merged.size)
  }

  /** What a table becomes with all that came in. */
  private foresee(table: number, pending: PendingCounts): MergedTable {
    let size = this.size(table)
    let largestCount = 0
    let old = this.lowerBound(table, pending.smallestKey)
    for (let next = 0; next < pending.length; next++) {
      const key = pending.keyAt(next)
      while (old < this.size(table) && this.keyAt(table, old) < key) old++
      const isKnown = old < this.size(table) && this.keyAt(table, old) === key
      if (!isKnown) size++
      const known = isKnown ? this.countAt(table, old) : 0
      largestCount = Math.max(largestCount, mergeCounts(known, pending.countAt(next), this.merge))
    }
    return { size, largestKey: pending.largestKey, largestCount }
  }

  private makeRoom(table: number, { size, largestKey, largestCount }: MergedTable): void {
    const old = this.rooms.at(table)
    const room = size <= old ? old : roomFor(size, old > 0)
    this.fitPiece(this.keyAddresses, table, { room, largest: largestKey })
    this.fitPiece(this.countAddresses, table, { room, largest: largestCount })
    this.rooms.set(table, room)
  }

  /** Moves the keys or the counts of a table to a larger or wider piece, if they need one. */
  private fitPiece(addresses: GrowingIntegers, table: number, { room, largest }: PieceNeed): void {
    const old = addresses.at(table)
    const oldRoom = this.rooms.at(table)
    const oldLargest = oldRoom === 0 ? 0 : this.store.largestAt(old)
    if (room === oldRoom && largest <= oldLargest) return
    const piece = this.store.take(room, Math.max(largest, oldLargest))
    if (oldRoom > 0) this.store.copy(old, piece, this.size(table))
    this.store.giveBack(old, oldRoom)
    addresses.set(table, piece)
  }

  /** From the back, so that nothing is written over before it was moved. */
  private mergeIn(table: number, pending: PendingCounts, size: number): void {
    let old = this.size(table) - 1
    let target = size - 1
    for (let next = pending.length - 1; next >= 0; next--) {
      const key = pending.keyAt(next)
      for (; old >= 0 && this.keyAt(table, old) > key; old--)
        this.put(table, target--, { key: this.keyAt(table, old), count: this.countAt(table, old) })
      const isKnown = old >= 0 && this.keyAt(table, old) === key
      const known = isKnown ? this.countAt(table, old--) : 0
      this.put(table, target--, { key, count: mergeCounts(known, pending.countAt(next), this.merge) })
    }
  }

  private put(table: number, index: number, { key, count }: Entry): void {
    this.store.set(this.keyAddresses.at(table), index, key)
    this.store.set(this.countAddresses.at(table), index, count)
  }
}

interface MergedTable {
  readonly size: number
  readonly largestKey: number
  readonly largestCount: number
}

interface PieceNeed {
  readonly room: number
  readonly largest: number
}

interface Entry {
  readonly key: number
  readonly count: number
}

/** Most tables come in one section and never grow. */
function roomFor(size: number, isGrowing: boolean): number {
  return isGrowing || size >= MANY_ENTRIES ? Math.ceil(size * GROWTH) : size
}
