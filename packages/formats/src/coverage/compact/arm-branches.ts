import { NOTHING_COUNTED } from '@testwarden/core/model/count'
import type { BranchCoverage } from '@testwarden/core/model/coverage'
import { lineOfKey, nameKey, numberOfKey } from '../../compact/name-numbers.js'
import type { NamedTables } from './named-tables.js'
import { SortedMap } from './sorted-map.js'

/** Line to its named arms, over a sealed table. An index is that of a line's first arm. */
export class ArmBranches extends SortedMap<number, BranchCoverage> {
  readonly size: number
  private readonly named: NamedTables
  private readonly file: number

  constructor(named: NamedTables, file: number) {
    super()
    this.named = named
    this.file = file
    this.size = this.countLines()
  }

  protected override get end(): number {
    return this.named.tables.size(this.file)
  }

  protected keyAt(index: number): number {
    return lineOfKey(this.named.tables.keyAt(this.file, index))
  }

  protected valueAt(index: number): BranchCoverage {
    const { tables, names } = this.named
    const arms = new Map<string, number>()
    for (let at = index, end = this.next(index); at < end; at++)
      arms.set(names.nameOf(numberOfKey(tables.keyAt(this.file, at))), tables.countAt(this.file, at))
    return { arms, counted: NOTHING_COUNTED }
  }

  protected indexOf(line: number): number {
    const index = this.named.tables.lowerBound(this.file, nameKey(line, 0))
    return index < this.end && this.keyAt(index) === line ? index : -1
  }

  protected override next(index: number): number {
    const line = this.keyAt(index)
    let at = index + 1
    while (at < this.end && this.keyAt(at) === line) at++
    return at
  }

  private countLines(): number {
    let lines = 0
    for (let at = 0; at < this.end; at = this.next(at)) lines++
    return lines
  }
}
