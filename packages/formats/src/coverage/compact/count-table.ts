import { addSaturated } from '@testwarden/core/model/count'
import { type Integers, maxOf, type NumberStore, ownIntegers } from './number-store.js'

/** What becomes of two counts of one key: the runs of two sections add up, two views of one run do not. */
export type CountMerge = 'sum' | 'max'

/** Shared, because most tables of most files stay empty. */
const NOTHING = new Uint32Array(0)
/** Merging pays off when enough has come in since the last time; so a file in a million sections stays cheap. */
const WORTHWHILE_SHARE = 0.5
/** One section may be the whole report: do not wait for its end. */
const MANY_ENTRIES = 64 * 1024
/** Room that a large table gets. What is not used of it takes addresses, but no memory. */
const GROWTH = 1.5

/**
 * Integer keys to counts, in typed arrays sorted by key: 8 bytes an entry where a Map takes 40 and more. A report of 50 MB
 * may list five million lines.
 */
export class CountTable {
  private readonly merge: CountMerge
  private readonly store: NumberStore
  /** Ascending as far as they are filled; there may be room behind. */
  private keys: Integers = NOTHING
  private counts: Integers = NOTHING
  private filled = 0
  private newKeys: number[] = []
  private newCounts: number[] = []

  /** @param store where numbers go that come in one section, as they nearly always do */
  constructor(merge: CountMerge, store: NumberStore) {
    this.merge = merge
    this.store = store
  }

  /** Entries, once {@link seal} was called. */
  get size(): number {
    return this.filled
  }

  /** @param key non-negative integer @param count integer from 0 to 2^53 - 1 */
  add(key: number, count: number): void {
    this.newKeys.push(key)
    this.newCounts.push(count)
    if (this.newKeys.length % MANY_ENTRIES === 0) this.pack()
  }

  keyAt(index: number): number {
    return this.keys[index] ?? 0
  }

  countAt(index: number): number {
    return this.counts[index] ?? 0
  }

  /** In the order of their keys. */
  allCounts(): ArrayIterator<number> {
    return this.counts.subarray(0, this.filled).values()
  }

  /** First index whose key is not below `key`; {@link size} when there is none. */
  lowerBound(key: number): number {
    let low = 0
    let high = this.filled
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.keyAt(middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** -1 when the key is not there. */
  find(key: number): number {
    const index = this.lowerBound(key)
    return index < this.filled && this.keyAt(index) === key ? index : -1
  }

  /** Packs what came in if it is worth the work. */
  pack(): void {
    if (this.append()) return
    if (this.newKeys.length >= this.filled * WORTHWHILE_SHARE) this.seal()
  }

  /** Packs everything that came in; needed before reading. */
  seal(): void {
    if (this.newKeys.length === 0 || this.append()) return
    const order = isAscending(this.newKeys) ? null : sortedOrder(this.newKeys)
    const size = this.filled + this.newKeys.length
    const room = size < MANY_ENTRIES ? size : Math.ceil(size * GROWTH)
    const keys = this.integers(room, Math.max(largest(this.keys), largest(this.newKeys)))
    const counts = this.integers(room, Math.max(largest(this.counts), largest(this.newCounts)))
    let target = new MergedCounts(keys, counts, this.merge)
    if (!this.mergeInto(target, order)) {
      // A sum may need more room than its parts had.
      target = new MergedCounts(keys, new Float64Array(room), this.merge)
      this.mergeInto(target, order)
    }
    this.keys = target.takeKeys()
    this.counts = target.takeCounts()
    this.filled = target.filled
    this.forgetNew()
  }

  /**
   * A section of millions of lines lists them in their order: then what comes in goes behind what is there.
   * @returns false when that cannot be; then nothing was done
   */
  private append(): boolean {
    const { keys, counts, newKeys, newCounts, filled } = this
    if (filled === 0 || filled + newKeys.length > keys.length) return false
    if (!isStrictlyAscending(newKeys, this.keyAt(filled - 1))) return false
    if (largest(newKeys) > maxOf(keys) || largest(newCounts) > maxOf(counts)) return false
    keys.set(newKeys, filled)
    counts.set(newCounts, filled)
    this.filled += newKeys.length
    this.forgetNew()
    return true
  }

  private forgetNew(): void {
    this.newKeys = []
    this.newCounts = []
  }

  /** What is merged again and again must not pile up in the store. */
  private integers(size: number, largestNumber: number): Integers {
    return this.filled === 0 ? this.store.take(size, largestNumber) : ownIntegers(size, largestNumber)
  }

  /** @returns false when a count does not fit the target */
  private mergeInto(target: MergedCounts, order: Uint32Array | null): boolean {
    let old = 0
    let fits = true
    for (let next = 0; next < this.newKeys.length && fits; next++) {
      const from = order === null ? next : (order[next] ?? 0)
      const key = this.newKeys[from] ?? 0
      for (; old < this.filled && this.keyAt(old) <= key && fits; old++)
        fits = target.put(this.keyAt(old), this.countAt(old))
      fits &&= target.put(key, this.newCounts[from] ?? 0)
    }
    for (; old < this.filled && fits; old++) fits = target.put(this.keyAt(old), this.countAt(old))
    return fits
  }
}

/** Takes ascending keys and folds equal ones. */
class MergedCounts {
  private readonly keys: Integers
  private readonly counts: Integers
  private readonly merge: CountMerge
  private readonly maxCount: number
  filled = 0

  constructor(keys: Integers, counts: Integers, merge: CountMerge) {
    this.keys = keys
    this.counts = counts
    this.merge = merge
    this.maxCount = maxOf(counts)
  }

  put(key: number, count: number): boolean {
    const last = this.filled - 1
    if (this.filled === 0 || this.keys[last] !== key) {
      this.keys[this.filled] = key
      this.counts[this.filled++] = count
      return true
    }
    const known = this.counts[last] ?? 0
    const folded = this.merge === 'sum' ? addSaturated(known, count) : Math.max(known, count)
    this.counts[last] = folded
    return folded <= this.maxCount
  }

  takeKeys(): Integers {
    return fitting(this.keys, this.filled)
  }

  takeCounts(): Integers {
    return fitting(this.counts, this.filled)
  }
}

function isAscending(keys: readonly number[]): boolean {
  for (let index = 1; index < keys.length; index++) if ((keys[index - 1] ?? 0) > (keys[index] ?? 0)) return false
  return true
}

function sortedOrder(keys: readonly number[]): Uint32Array {
  const order = Uint32Array.from(keys, (_, index) => index)
  return order.sort((left, right) => (keys[left] ?? 0) - (keys[right] ?? 0))
}

function largest(values: ArrayLike<number>): number {
  let found = 0
  for (let index = 0; index < values.length; index++) found = Math.max(found, values[index] ?? 0)
  return found
}

function isStrictlyAscending(keys: readonly number[], before: number): boolean {
  let last = before
  for (const key of keys) {
    if (key <= last) return false
    last = key
  }
  return true
}

/** Room is for growth, not for what was folded away. */
function fitting(integers: Integers, length: number): Integers {
  return length * 2 < integers.length ? integers.slice(0, length) : integers
}
