import type { BranchCoverage } from '@testwarden/core/model/coverage'
import type { CountTables } from './count-tables.js'
import { SortedMap } from './sorted-map.js'

const NO_ARMS: ReadonlyMap<string, number> = new Map()

/** Two tables of a file with the same keys. */
export interface CountedTables {
  readonly covered: CountTables
  readonly total: CountTables
}

/** Line to "so many of so many outcomes", over two sealed tables. */
export class CountedBranches extends SortedMap<number, BranchCoverage> {
  private readonly tables: CountedTables
  private readonly file: number

  constructor(tables: CountedTables, file: number) {
    super()
    this.tables = tables
    this.file = file
  }

  get size(): number {
    return this.tables.total.size(this.file)
  }

  protected keyAt(index: number): number {
    return this.tables.total.keyAt(this.file, index)
  }

  protected valueAt(index: number): BranchCoverage {
    const { covered, total } = this.tables
    return {
      arms: NO_ARMS,
      counted: { covered: covered.countAt(this.file, index), total: total.countAt(this.file, index) },
    }
  }

  protected indexOf(line: number): number {
    return this.tables.total.find(this.file, line)
  }
}
