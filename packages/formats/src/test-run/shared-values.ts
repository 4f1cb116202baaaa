import { ownText } from '../text/own-text.js'

/** Values that many cases have in common, by number: each is kept once. */
export class SharedValues<Value> {
  private readonly values: Value[] = []
  private readonly numbers = new Map<string, number>()
  private readonly keyOf: (value: Value) => string
  private readonly own: (value: Value) => Value
  /** Neighbours in a report mostly have the same. */
  private last: { readonly value: Value; readonly number: number } | null = null

  /** @param own what is kept of a value that was cut from something larger */
  constructor(keyOf: (value: Value) => string, own: (value: Value) => Value) {
    this.keyOf = keyOf
    this.own = own
  }

  numberOf(value: Value): number {
    if (this.last !== null && this.last.value === value) return this.last.number
    const key = this.keyOf(value)
    const number = this.numbers.get(key) ?? this.values.length
    if (number === this.values.length) {
      // A key may be one of the value's own texts.
      this.numbers.set(ownText(key), number)
      this.values.push(this.own(value))
    }
    this.last = { value, number }
    return number
  }

  valueOf(number: number): Value | undefined {
    return this.values[number]
  }
}
