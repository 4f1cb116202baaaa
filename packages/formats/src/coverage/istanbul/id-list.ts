/** The ids of one of a file's maps (`"0"`, `"1"`), in their order, each once. */
export class IdList {
  readonly ids: string[] = []
  /** Made when ids come out of order. */
  private indexes: Map<string, number> | null = null
  private expected = 0

  get size(): number {
    return this.ids.length
  }

  /** @returns the index of the id, which is the last one unless it was there before */
  add(id: string): number {
    if (this.indexes === null && isAfter(id, this.ids.at(-1))) return this.ids.push(id) - 1
    const indexes = this.indexAll()
    const known = indexes.get(id)
    if (known !== undefined) return known
    indexes.set(id, this.ids.length)
    return this.ids.push(id) - 1
  }

  /** -1 for an id that is not there. Quick where ids are asked for in their order, as reports list them. */
  indexOf(id: string): number {
    const guess = this.expected++
    if (this.ids[guess] === id) return guess
    const index = this.indexAll().get(id) ?? -1
    this.expected = index + 1
    return index
  }

  private indexAll(): Map<string, number> {
    this.indexes ??= new Map(this.ids.map((id, index) => [id, index]))
    return this.indexes
  }
}

/** By length, then by characters: the order of whole numbers. */
function isAfter(id: string, last: string | undefined): boolean {
  if (last === undefined || id.length > last.length) return true
  return id.length === last.length && id > last
}
