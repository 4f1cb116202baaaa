import type { Integers } from '../compact/number-store.js'
import { SortedMap } from '../compact/sorted-map.js'
import { addHits, isSameIntegers, packHits } from './add-hits.js'

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

  /** @param lines in any order; of one that comes several times the best count is kept */
  static of(lines: readonly number[], hits: readonly number[]): LineCounts {
    const ownLines: number[] = []
    const ownHits: number[] = []
    let last = 0
    for (const [index, line] of lines.entries()) {
      const count = hits[index] ?? 0
      if (line < last) return LineCounts.ofUnordered(lines, hits)
      if (line > last) ownLines.push(line)
      if (line > last) ownHits.push(count)
      else ownHits[ownHits.length - 1] = Math.max(ownHits.at(-1) ?? 0, count)
      last = line
    }
    return new LineCounts(new Int32Array(ownLines), packHits(ownHits))
  }

  private static ofUnordered(lines: readonly number[], hits: readonly number[]): LineCounts {
    const pairs = lines.map((line, index) => [line, hits[index] ?? 0] as const)
    pairs.sort(([left], [right]) => left - right)
    return LineCounts.of(
      pairs.map(([line]) => line),
      pairs.map(([, count]) => count),
    )
  }

  /** Straight from the column: whoever compares the lines of shards asks for nothing else. */
  override keys(): MapIterator<number> {
    return this.lines.values()
  }

  override values(): MapIterator<number> {
    return this.hits.values()
  }

  /** The sum of two shards that list the same lines; else null. */
  plus(other: ReadonlyMap<number, number>): LineCounts | null {
    if (!(other instanceof LineCounts) || !isSameIntegers(this.lines, other.lines)) return null
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
