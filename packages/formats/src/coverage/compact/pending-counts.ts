import { addSaturated } from '@testwarden/core/model/count'
import type { Integers } from './number-store.js'
import { sortPairs } from './sort-pairs.js'

/** What becomes of two counts of one key: the runs of two sections add up, two views of one run do not. */
export type CountMerge = 'sum' | 'max'

/** Keys and counts as they come in, until they are worth packing. Serves one table after the other. */
export class PendingCounts {
  /** Filled up to {@link length}; what lies behind is left from a table before. */
  private readonly keys: number[] = []
  private readonly counts: number[] = []
  private filled = 0
  private isAscending = true
  private smallest = Number.POSITIVE_INFINITY

  get length(): number {
    return this.filled
  }

  /** Infinity while there is none. */
  get smallestKey(): number {
    return this.smallest
  }

  /** After {@link fold}. */
  get largestKey(): number {
    return this.keyAt(this.filled - 1)
  }

  add(key: number, count: number): void {
    if (this.filled > 0 && key <= (this.keys[this.filled - 1] ?? 0)) this.isAscending = false
    if (key < this.smallest) this.smallest = key
    this.keys[this.filled] = key
    this.counts[this.filled++] = count
  }

  keyAt(index: number): number {
    return this.keys[index] ?? 0
  }

  countAt(index: number): number {
    return this.counts[index] ?? 0
  }

  largestCount(): number {
    let largest = 0
    for (let index = 0; index < this.filled; index++) largest = Math.max(largest, this.countAt(index))
    return largest
  }

  /** @param keys {@link length} long, as the other one */
  copyTo(keys: Integers, counts: Integers): void {
    for (let index = 0; index < this.filled; index++) {
      keys[index] = this.keyAt(index)
      counts[index] = this.countAt(index)
    }
  }

  /** Brings the keys into their order, each once. */
  fold(merge: CountMerge): void {
    if (this.isAscending) return
    const { keys, counts, filled } = this
    sortPairs({ keys, values: counts }, filled)
    this.clear()
    for (let index = 0; index < filled; index++) this.append(this.keyAt(index), this.countAt(index), merge)
  }

  clear(): void {
    this.filled = 0
    this.isAscending = true
    this.smallest = Number.POSITIVE_INFINITY
  }

  private append(key: number, count: number, merge: CountMerge): void {
    const last = this.filled - 1
    if (last >= 0 && this.keyAt(last) === key) this.counts[last] = mergeCounts(this.countAt(last), count, merge)
    else this.add(key, count)
  }
}

export function mergeCounts(left: number, right: number, merge: CountMerge): number {
  return merge === 'sum' ? addSaturated(left, right) : Math.max(left, right)
}
