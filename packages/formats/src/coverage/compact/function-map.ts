import { type FunctionCoverage, functionKey } from '@testwarden/core/model/coverage'
import type { CountTable } from './count-table.js'
import { lineOfKey, type NameNumbers, nameKey, numberOfKey } from './name-numbers.js'
import { SortedMap } from './sorted-map.js'

const KEY = /^([0-9]{1,10}):(.*)$/s

/** Functions by {@link functionKey}, over a sealed table of name keys. */
export class FunctionMap extends SortedMap<string, FunctionCoverage> {
  readonly size: number
  private readonly table: CountTable
  private readonly names: NameNumbers

  constructor(table: CountTable, names: NameNumbers) {
    super()
    this.table = table
    this.names = names
    this.size = table.size
  }

  protected keyAt(index: number): string {
    return functionKey(this.valueAt(index))
  }

  protected valueAt(index: number): FunctionCoverage {
    const key = this.table.keyAt(index)
    return { name: this.names.nameOf(numberOfKey(key)), line: lineOfKey(key), hits: this.table.countAt(index) }
  }

  protected indexOf(key: string): number {
    const [, line, name] = KEY.exec(key) ?? []
    const number = name === undefined ? undefined : this.names.find(name)
    return number === undefined ? -1 : this.table.find(nameKey(Number(line), number))
  }
}
