/** Numbers of which neighbours are mostly the same, such as the suites of cases: kept once for each run of them. */
export class RunColumn {
  private readonly firsts: number[] = []
  private readonly values: number[] = []
  /** The run that was asked for last: mostly the next question is about it too. */
  private cursor = 0

  /** @param index the last one so far, or the one behind it */
  set(index: number, value: number): void {
    if (this.values.at(-1) !== value) this.setFrom(index, value)
  }

  /** From this index on there is nothing but this value. */
  setFrom(index: number, value: number): void {
    while ((this.firsts.at(-1) ?? -1) >= index) {
      this.firsts.pop()
      this.values.pop()
    }
    this.firsts.push(index)
    this.values.push(value)
    this.cursor = 0
  }

  at(index: number): number {
    if (!this.isInRun(this.cursor, index))
      this.cursor = this.isInRun(this.cursor + 1, index) ? this.cursor + 1 : this.find(index)
    return this.values[this.cursor] ?? 0
  }

  private isInRun(run: number, index: number): boolean {
    return (
      index >= (this.firsts[run] ?? Number.POSITIVE_INFINITY) &&
      index < (this.firsts[run + 1] ?? Number.POSITIVE_INFINITY)
    )
  }

  private find(index: number): number {
    let [low, high] = [0, this.firsts.length - 1]
    while (low < high) {
      const middle = (low + high + 1) >>> 1
      if ((this.firsts[middle] ?? 0) <= index) low = middle
      else high = middle - 1
    }
    return low
  }
}
