import { type FunctionCoverage, functionKey } from '@testwarden/core/model/coverage'
import { lineOfKey, nameKey, numberOfKey } from '../../compact/name-numbers.js'
import type { NamedTables } from './named-tables.js'
import { SortedMap } from './sorted-map.js'

const KEY = /^([0-9]{1,10}):(.*)$/s

/** Functions by {@link functionKey}, over a sealed table. */
export class FunctionMap extends SortedMap<string, FunctionCoverage> {
  private readonly named: NamedTables
  private readonly file: number

  constructor(named: NamedTables, file: number) {
    super()
    this.named = named
    this.file = file
  }

  get size(): number {
    return this.named.tables.size(this.file)
  }

  protected keyAt(index: number): string {
    return functionKey(this.valueAt(index))
  }

  protected valueAt(index: number): FunctionCoverage {
    const { tables, names } = this.named
    const key = tables.keyAt(this.file, index)
    return { name: names.nameOf(numberOfKey(key)), line: lineOfKey(key), hits: tables.countAt(this.file, index) }
  }

  protected indexOf(key: string): number {
    const [, line, name] = KEY.exec(key) ?? []
    const number = name === undefined ? undefined : this.named.names.find(name)
    return number === undefined ? -1 : this.named.tables.find(this.file, nameKey(Number(line), number))
  }
}
