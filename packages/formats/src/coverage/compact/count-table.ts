import { addSaturated } from '@testwarden/core/model/count'

/** What becomes of two counts of one key: the runs of two sections add up, two views of one run do not. */
export type CountMerge = 'sum' | 'max'

type Keys = Uint32Array | Float64Array
type Counts = Uint32Array | Float64Array

/** Shared, because most tables of most files stay empty. */
const NOTHING = new Uint32Array(0)
const UINT32_MAX = 0xffff_ffff
/** Merging pays off when enough has come in since the last time; so a file in a million sections stays cheap. */
const SEAL_SHARE = 0.5

/**
 * Integer keys to counts, in typed arrays sorted by key: 8 bytes an entry where a Map takes 40 and more. A report of 50 MB
 * may list five million lines.
 */
export class CountTable {
  private readonly merge: CountMerge
  private keys: Keys = NOTHING
  private counts: Counts = NOTHING
  private newKeys: number[] = []
  private newCounts: number[] = []

  constructor(merge: CountMerge) {
    this.merge = merge
  }

  /** Entries, once {@link seal} was called. */
  get size(): number {
    return this.keys.length
  }

  /** @param key non-negative integer @param count integer from 0 to 2^53 - 1 */
  add(key: number, count: number): void {
    this.newKeys.push(key)
    this.newCounts.push(count)
  }

  keyAt(index: number): number {
    return this.keys[index] ?? 0
  }

  countAt(index: number): number {
    return this.counts[index] ?? 0
  }

  /** First index whose key is not below `key`; {@link size} when there is none. */
  lowerBound(key: number): number {
    let low = 0
    let high = this.keys.length
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.keyAt(middle) < key) low = middle + 1
      else high = middle
    }
    return low
  }

  /** Packs what came in if it is worth the work. */
  pack(): void {
    if (this.newKeys.length >= this.keys.length * SEAL_SHARE) this.seal()
  }

  /** Packs everything that came in; needed before reading. */
  seal(): void {
    if (this.newKeys.length === 0) return
    const order = isAscending(this.newKeys) ? null : sortedOrder(this.newKeys)
    const merged = this.mergeNew(order)
    this.keys = packed(merged.keys)
    this.counts = packed(merged.counts)
    this.newKeys = []
    this.newCounts = []
  }

  private mergeNew(order: Uint32Array | null): { keys: Float64Array; counts: Float64Array } {
    const size = this.keys.length + this.newKeys.length
    const keys = new Float64Array(size)
    const counts = new Float64Array(size)
    let filled = 0
    let old = 0
    const put = (key: number, count: number): void => {
      if (filled > 0 && keys[filled - 1] === key) counts[filled - 1] = this.combine(counts[filled - 1] ?? 0, count)
      else {
        keys[filled] = key
        counts[filled++] = count
      }
    }
    for (let index = 0; index < this.newKeys.length; index++) {
      const from = order === null ? index : (order[index] ?? 0)
      const key = this.newKeys[from] ?? 0
      for (; old < this.keys.length && this.keyAt(old) <= key; old++) put(this.keyAt(old), this.countAt(old))
      put(key, this.newCounts[from] ?? 0)
    }
    for (; old < this.keys.length; old++) put(this.keyAt(old), this.countAt(old))
    return { keys: keys.subarray(0, filled), counts: counts.subarray(0, filled) }
  }

  private combine(left: number, right: number): number {
    return this.merge === 'sum' ? addSaturated(left, right) : Math.max(left, right)
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

/** A copy of just the length, as narrow as its numbers allow. */
function packed(values: Float64Array): Uint32Array | Float64Array {
  return values.every((value) => value <= UINT32_MAX) ? Uint32Array.from(values) : values.slice()
}
