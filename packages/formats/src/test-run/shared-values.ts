/** Values that many cases have in common, by number: each is kept once. */
export class SharedValues<Value> {
  private readonly values: Value[] = []
  private readonly numbers = new Map<string, number>()
  private readonly keyOf: (value: Value) => string
  /** Neighbours in a report mostly have the same. */
  private last: { readonly value: Value; readonly number: number } | null = null

  constructor(keyOf: (value: Value) => string) {
    this.keyOf = keyOf
  }

  numberOf(value: Value): number {
    if (this.last !== null && this.last.value === value) return this.last.number
    const key = this.keyOf(value)
    const number = this.numbers.get(key) ?? this.values.length
    if (number === this.values.length) {
      this.numbers.set(key, number)
      this.values.push(value)
    }
    this.last = { value, number }
    return number
  }

  valueOf(number: number): Value | undefined {
    return this.values[number]
  }
}
