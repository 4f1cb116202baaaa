import type { CountTables } from './count-tables.js'
import { SortedMap } from './sorted-map.js'

/** Line to hits, over a sealed table. */
export class LineHits extends SortedMap<number, number> {
  private readonly tables: CountTables
  private readonly file: number

  constructor(tables: CountTables, file: number) {
    super()
    this.tables = tables
    this.file = file
  }

  get size(): number {
    return this.tables.size(this.file)
  }

  /** Straight from the array: totals read nothing else, and do so for every line. */
  override values(): MapIterator<number> {
    return this.tables.counts(this.file)
  }

  protected keyAt(index: number): number {
    return this.tables.keyAt(this.file, index)
  }

  protected valueAt(index: number): number {
    return this.tables.countAt(this.file, index)
  }

  protected indexOf(line: number): number {
    return this.tables.find(this.file, line)
  }
}
