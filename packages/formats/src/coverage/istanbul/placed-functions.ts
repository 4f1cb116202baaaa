import { type FunctionCoverage, functionKey } from '@testwarden/core/model/coverage'
import type { Integers } from '../compact/number-store.js'
import { SortedMap } from '../compact/sorted-map.js'
import { addHits, isSameIntegers, isSameTexts, packHits } from './add-hits.js'

/** Functions in the order of the report, each name once on a line. */
export class PlacedFunctions extends SortedMap<string, FunctionCoverage> {
  readonly size: number
  private readonly names: readonly string[]
  private readonly lines: Int32Array
  private readonly hits: Integers
  private indexes: ReadonlyMap<string, number> | null = null

  constructor(names: readonly string[], lines: Int32Array, hits: Integers) {
    super()
    this.names = names
    this.lines = lines
    this.hits = hits
    this.size = names.length
  }

  static of(functions: readonly FunctionCoverage[]): PlacedFunctions {
    const lines = new Int32Array(functions.map(({ line }) => line))
    const hits = functions.map((found) => found.hits)
    return new PlacedFunctions(
      functions.map(({ name }) => name),
      lines,
      packHits(hits),
    )
  }

  /** The sum of two shards that list the same functions in the same order, as runs of one source do; else null. */
  plus(other: ReadonlyMap<string, FunctionCoverage>): PlacedFunctions | null {
    if (!(other instanceof PlacedFunctions) || !isSameIntegers(this.lines, other.lines)) return null
    if (!isSameTexts(this.names, other.names)) return null
    return new PlacedFunctions(this.names, this.lines, addHits(this.hits, other.hits))
  }

  protected keyAt(index: number): string {
    return functionKey(this.valueAt(index))
  }

  protected valueAt(index: number): FunctionCoverage {
    return { name: this.names[index] ?? '', line: this.lines[index] ?? 0, hits: this.hits[index] ?? 0 }
  }

  protected indexOf(key: string): number {
    this.indexes ??= new Map(this.names.map((_name, index) => [this.keyAt(index), index]))
    return this.indexes.get(key) ?? -1
  }
}
