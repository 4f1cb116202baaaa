import type { CountTable } from './count-table.js'
import { SortedMap } from './sorted-map.js'

/** Line to hits over a sealed table. */
export class LineHits extends SortedMap<number, number> {
  readonly size: number
  private readonly table: CountTable

  constructor(table: CountTable) {
    super()
    this.table = table
    this.size = table.size
  }

  /** Straight from the array: totals read nothing else, and do so for every line. */
  override values(): MapIterator<number> {
    return this.table.allCounts()
  }

  protected keyAt(index: number): number {
    return this.table.keyAt(index)
  }

  protected valueAt(index: number): number {
    return this.table.countAt(index)
  }

  protected indexOf(line: number): number {
    return this.table.find(line)
  }
}
