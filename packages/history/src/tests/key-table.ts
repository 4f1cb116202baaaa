/** Each key once, with a number of its own, so that rosters are lists of numbers. */
export class KeyTable {
  readonly #ids = new Map<string, number>()
  readonly #keys: string[] = []

  get size(): number {
    return this.#keys.length
  }

  /** Enters the key when it is new. */
  enter(key: string): number {
    const known = this.#ids.get(key)
    if (known !== undefined) return known
    this.#ids.set(key, this.#keys.length)
    return this.#keys.push(key) - 1
  }

  idOf(key: string): number | null {
    return this.#ids.get(key) ?? null
  }

  keyOf(id: number): string {
    return this.#keys[id] ?? ''
  }
}
