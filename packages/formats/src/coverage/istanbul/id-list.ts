/**
 * The ids of one of a file's maps, in their order, each once. Nearly always they count up, `"0"`, `"1"`, `"2"`: then only
 * their number is kept.
 */
export class IdList {
  /** The first of ids that count up. */
  private first = 0
  private counted = 0
  /** null while ids count up. */
  private indexes: Map<string, number> | null = null

  get size(): number {
    return this.indexes?.size ?? this.counted
  }

  /** @returns the index of the id, which is the last one unless it was there before */
  add(id: string): number {
    const number = PLAIN_ID.test(id) ? Number(id) : -1
    if (number !== -1 && this.addCounted(number)) return this.counted - 1
    const indexes = this.indexAll()
    const known = indexes.get(id)
    if (known !== undefined) return known
    indexes.set(id, indexes.size)
    return indexes.size - 1
  }

  /** @returns false when the id does not count up; then it is not added */
  addCounted(id: number): boolean {
    if (this.indexes !== null) return false
    if (this.counted === 0) this.first = id
    if (id !== this.first + this.counted) return false
    this.counted++
    return true
  }

  /** Of each id of another list, its index here; -1 for one that is not there. */
  indexesOf(other: IdList): readonly number[] {
    if (this.indexes === null && other.indexes === null && this.first === other.first)
      return this.firstIndexes(other.counted)
    const indexes = this.indexAll()
    return [...other.indexAll().keys()].map((id) => indexes.get(id) ?? -1)
  }

  /** In their order. */
  names(): Iterable<string> {
    return this.indexAll().keys()
  }

  private firstIndexes(length: number): readonly number[] {
    const indexes: number[] = []
    for (let index = 0; index < length; index++) indexes.push(index < this.counted ? index : -1)
    return indexes
  }

  private indexAll(): Map<string, number> {
    this.indexes ??= new Map(Array.from({ length: this.counted }, (_, index) => [String(this.first + index), index]))
    return this.indexes
  }
}

const PLAIN_ID = /^(?:0|[1-9][0-9]{0,8})$/
