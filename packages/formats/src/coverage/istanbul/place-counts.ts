import type { Integers } from '../compact/number-store.js'
import { SortedMap } from '../compact/sorted-map.js'
import { addHits, isSameIntegers, packHits } from './add-hits.js'
import { Occurrences } from './occurrences.js'
import { spanText } from './span.js'

const NUMBERS_PER_PLACE = 4

/**
 * Statements by their place, in the order of the report: 18 bytes each where a Map takes more than 100. The texts that
 * identify them are made when somebody asks for one.
 */
export class PlaceCounts extends SortedMap<string, number> {
  readonly size: number
  /** Line, column, end line and end column of each. */
  private readonly places: Int32Array
  private readonly hits: Integers
  private identities: readonly string[] | null = null
  private indexes: ReadonlyMap<string, number> | null = null

  constructor(places: Int32Array, hits: Integers) {
    super()
    this.places = places
    this.hits = hits
    this.size = hits.length
  }

  static of(places: readonly number[], hits: readonly number[]): PlaceCounts {
    return new PlaceCounts(new Int32Array(places), packHits(hits))
  }

  override values(): MapIterator<number> {
    return this.hits.values()
  }

  /** The sum of two shards that list the same statements in the same order, as runs of one source do; else null. */
  plus(other: ReadonlyMap<string, number>): PlaceCounts | null {
    if (!(other instanceof PlaceCounts) || !isSameIntegers(this.places, other.places)) return null
    return new PlaceCounts(this.places, addHits(this.hits, other.hits))
  }

  protected keyAt(index: number): string {
    this.identities ??= this.nameAll()
    return this.identities[index] ?? ''
  }

  protected valueAt(index: number): number {
    return this.hits[index] ?? 0
  }

  protected indexOf(identity: string): number {
    this.identities ??= this.nameAll()
    this.indexes ??= new Map(this.identities.map((known, index) => [known, index]))
    return this.indexes.get(identity) ?? -1
  }

  private nameAll(): readonly string[] {
    const occurrences = new Occurrences()
    return Array.from(this.hits, (_hits, index) => occurrences.tell(this.textAt(index)))
  }

  private textAt(index: number): string {
    const start = index * NUMBERS_PER_PLACE
    const [line = 0, column = 0, endLine = 0, endColumn = 0] = this.places.subarray(start, start + NUMBERS_PER_PLACE)
    return spanText({ line, column, endLine, endColumn })
  }
}
