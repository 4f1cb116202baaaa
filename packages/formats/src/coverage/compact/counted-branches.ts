import type { BranchCoverage } from '@testwarden/core/model/coverage'
import type { CountTable } from './count-table.js'
import { SortedMap } from './sorted-map.js'

const NO_ARMS: ReadonlyMap<string, number> = new Map()

/** Line to "so many of so many outcomes", over two sealed tables with the same keys. */
export class CountedBranches extends SortedMap<number, BranchCoverage> {
  readonly size: number
  private readonly covered: CountTable
  private readonly total: CountTable

  constructor(covered: CountTable, total: CountTable) {
    super()
    this.covered = covered
    this.total = total
    this.size = total.size
  }

  protected keyAt(index: number): number {
    return this.total.keyAt(index)
  }

  protected valueAt(index: number): BranchCoverage {
    return {
      arms: NO_ARMS,
      counted: { covered: this.covered.countAt(index), total: this.total.countAt(index) },
    }
  }

  protected indexOf(line: number): number {
    return this.total.find(line)
  }
}
