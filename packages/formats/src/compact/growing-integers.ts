const FIRST_LENGTH = 64
const GROWTH = 1.5

/** A list of 32-bit integers: four bytes each, where an array of numbers takes eight. */
export class GrowingIntegers {
  private integers = new Uint32Array(FIRST_LENGTH)

  /** 0 where nothing was set. */
  at(index: number): number {
    return this.integers[index] ?? 0
  }

  set(index: number, value: number): void {
    if (index >= this.integers.length) {
      // What was never set is zero anyway: a column of zeros costs nothing.
      if (value === 0) return
      this.grow(index + 1)
    }
    this.integers[index] = value
  }

  private grow(length: number): void {
    const larger = new Uint32Array(Math.max(length, Math.ceil(this.integers.length * GROWTH)))
    larger.set(this.integers)
    this.integers = larger
  }
}
