import type { Integers } from '../compact/number-store.js'
import { SortedMap } from '../compact/sorted-map.js'
import { addHits, isSameList, packHits } from './add-hits.js'

/** Lines with their hits, ascending. */
export class LineCounts extends SortedMap<number, number> {
  readonly size: number
  private readonly lines: Int32Array
  private readonly hits: Integers

  constructor(lines: Int32Array, hits: Integers) {
    super()
    this.lines = lines
    this.hits = hits
    this.size = lines.length
  }

  /** A line that is given several times keeps its best count. */
  static of(best: ReadonlyMap<number, number>): LineCounts {
    const lines = Int32Array.from(best.keys()).sort()
    const hits = Array.from(lines, (line) => best.get(line) ?? 0)
    return new LineCounts(lines, packHits(hits))
  }

  override values(): MapIterator<number> {
    return this.hits.values()
  }

  /** The sum of two shards that list the same lines; else null. */
  plus(other: ReadonlyMap<number, number>): LineCounts | null {
    if (!(other instanceof LineCounts) || !isSameList(this.lines, other.lines)) return null
    return new LineCounts(this.lines, addHits(this.hits, other.hits))
  }

  protected keyAt(index: number): number {
    return this.lines[index] ?? 0
  }

  protected valueAt(index: number): number {
    return this.hits[index] ?? 0
  }

  protected indexOf(line: number): number {
    let low = 0
    let high = this.size
    while (low < high) {
      const middle = (low + high) >>> 1
      if (this.keyAt(middle) < line) low = middle + 1
      else high = middle
    }
    return low < this.size && this.keyAt(low) === line ? low : -1
  }
}
