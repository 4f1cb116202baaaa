import { NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { BranchCoverage } from '@testwarden/core/model/coverage'
import type { CountTable } from './count-table.js'
import { lineOfKey, type NameNumbers, numberOfKey } from './name-numbers.js'
import type { Integers, NumberStore } from './number-store.js'
import { SortedMap } from './sorted-map.js'

/** Line to its named arms, over a sealed table of name keys. */
export class ArmBranches extends SortedMap<number, BranchCoverage> {
  readonly size: number
  private readonly table: CountTable
  private readonly names: NameNumbers
  /** First index in the table of each line, and the table's size behind the last. */
  private readonly starts: Integers

  constructor(table: CountTable, names: NameNumbers, store: NumberStore) {
    super()
    this.table = table
    this.names = names
    this.starts = lineStarts(table, store)
    this.size = this.starts.length - 1
  }

  protected keyAt(index: number): number {
    return lineOfKey(this.table.keyAt(this.starts[index] ?? 0))
  }

  protected valueAt(index: number): BranchCoverage {
    const arms = new Map<string, number>()
    const end = this.starts[index + 1] ?? 0
    for (let at = this.starts[index] ?? 0; at < end; at++)
      arms.set(this.names.nameOf(numberOfKey(this.table.keyAt(at))), this.table.countAt(at))
    return { arms, counted: NOTHING_COUNTED }
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

function lineStarts(table: CountTable, store: NumberStore): Integers {
  const starts = store.take(countLines(table) + 1, table.size)
  let filled = 0
  for (let index = 0; index < table.size; index++) if (isFirstOfLine(table, index)) starts[filled++] = index
  starts[filled] = table.size
  return starts
}

function countLines(table: CountTable): number {
  let lines = 0
  for (let index = 0; index < table.size; index++) if (isFirstOfLine(table, index)) lines++
  return lines
}

function isFirstOfLine(table: CountTable, index: number): boolean {
  return index === 0 || lineOfKey(table.keyAt(index)) !== lineOfKey(table.keyAt(index - 1))
}
