/** A read-only map over a sorted table whose values are made when they are asked for. */
export abstract class SortedMap<Key, Value> implements ReadonlyMap<Key, Value> {
  abstract readonly size: number
  /** @param index from 0 to below {@link end} */
  protected abstract keyAt(index: number): Key
  protected abstract valueAt(index: number): Value
  /** -1 when the key is not there. */
  protected abstract indexOf(key: Key): number

  get(key: Key): Value | undefined {
    const index = this.indexOf(key)
    return index === -1 ? undefined : this.valueAt(index)
  }

  has(key: Key): boolean {
    return this.indexOf(key) !== -1
  }

  forEach(visit: (value: Value, key: Key, map: ReadonlyMap<Key, Value>) => void): void {
    for (const [key, value] of this.entries()) visit(value, key, this)
  }

  *keys(): MapIterator<Key> {
    for (let index = 0; index < this.end; index = this.next(index)) yield this.keyAt(index)
  }

  *values(): MapIterator<Value> {
    for (let index = 0; index < this.end; index = this.next(index)) yield this.valueAt(index)
  }

  *entries(): Generator<[Key, Value], undefined> {
    for (let index = 0; index < this.end; index = this.next(index)) yield [this.keyAt(index), this.valueAt(index)]
  }

  [Symbol.iterator](): Generator<[Key, Value], undefined> {
    return this.entries()
  }

  /** Behind the last index: more than {@link size} where an entry reaches over several. */
  protected get end(): number {
    return this.size
  }

  /** The index of the entry behind. */
  protected next(index: number): number {
    return index + 1
  }
}
