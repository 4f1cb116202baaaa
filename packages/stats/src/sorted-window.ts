/**
 * The newest values of a sequence, at most `capacity`, kept in order: their median and quantiles cost nothing, a further
 * value a binary search and a shift.
 */
export class SortedWindow {
  private readonly sorted: Float64Array
  /** In the order of their coming, as a ring. */
  private readonly ring: Float64Array
  private count = 0
  private next = 0

  constructor(capacity: number) {
    this.sorted = new Float64Array(capacity)
    this.ring = new Float64Array(capacity)
  }

  get size(): number {
    return this.count
  }

  /** The oldest value makes room where there is none. NaN has no place in an order: it must not be added. */
  add(value: number): void {
    if (this.count === this.ring.length) this.removeSorted(this.ring[this.next] ?? 0)
    const at = this.placeOf(value)
    this.sorted.copyWithin(at + 1, at, this.count)
    this.sorted[at] = value
    this.count++
    this.ring[this.next] = value
    this.next = (this.next + 1) % this.ring.length
  }

  clear(): void {
    this.count = 0
    this.next = 0
  }

  /** NaN of none. */
  median(): number {
    const upper = this.sorted[this.count >> 1] ?? Number.NaN
    if (this.count % 2 === 1) return upper
    return this.count === 0 ? Number.NaN : (this.sorted[(this.count >> 1) - 1] ?? upper) / 2 + upper / 2
  }

  /** See `quantileOfSorted`; NaN of none. */
  quantile(share: number): number {
    const place = share * (this.count - 1)
    const below = Math.floor(place)
    const lower = this.count === 0 ? Number.NaN : (this.sorted[below] ?? Number.NaN)
    const upper = below + 1 < this.count ? (this.sorted[below + 1] ?? lower) : lower
    return lower + (upper - lower) * (place - below)
  }

  private removeSorted(value: number): void {
    const at = this.placeOf(value)
    this.sorted.copyWithin(at, at + 1, this.count)
    this.count--
  }

  /** Index of the first value that is not below. */
  private placeOf(value: number): number {
    let from = 0
    let to = this.count
    while (from < to) {
      const middle = (from + to) >> 1
      if ((this.sorted[middle] ?? 0) < value) from = middle + 1
      else to = middle
    }
    return from
  }
}
