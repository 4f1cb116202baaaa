/** A read-only map from ascending integers whose values are made when they are asked for. */
export abstract class SortedMap<Value> implements ReadonlyMap<number, Value> {
  abstract readonly size: number
  protected abstract keyAt(index: number): number
  protected abstract valueAt(index: number): Value
  /** -1 when the key is not there. */
  protected abstract indexOf(key: number): number

  get(key: number): Value | undefined {
    const index = this.indexOf(key)
    return index === -1 ? undefined : this.valueAt(index)
  }

  has(key: number): boolean {
    return this.indexOf(key) !== -1
  }

  forEach(visit: (value: Value, key: number, map: ReadonlyMap<number, Value>) => void): void {
    for (let index = 0; index < this.size; index++) visit(this.valueAt(index), this.keyAt(index), this)
  }

  *keys(): Generator<number, undefined> {
    for (let index = 0; index < this.size; index++) yield this.keyAt(index)
  }

  *values(): Generator<Value, undefined> {
    for (let index = 0; index < this.size; index++) yield this.valueAt(index)
  }

  *entries(): Generator<[number, Value], undefined> {
    for (let index = 0; index < this.size; index++) yield [this.keyAt(index), this.valueAt(index)]
  }

  [Symbol.iterator](): Generator<[number, Value], undefined> {
    return this.entries()
  }
}
