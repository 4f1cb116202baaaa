/** Values that must not be read in a log. A value of several lines also masks each of its lines. */
export class Masks {
  readonly #values = new Set<string>()

  get values(): readonly string[] {
    return [...this.#values]
  }

  add(secret: string): void {
    for (const value of [secret, ...secret.split(/\r\n|\r|\n/)]) if (value.trim() !== '') this.#values.add(value)
  }

  /** Stretches that overlap or touch become one `***`. */
  apply(text: string): string {
    const ranges = this.#find(text).sort((left, right) => left.start - right.start)
    let result = ''
    let position = 0
    for (const { start, end } of ranges) {
      if (start > position || (start === 0 && result === '')) result += `${text.slice(position, start)}***`
      position = Math.max(position, end)
    }
    return result + text.slice(position)
  }

  #find(text: string): Range[] {
    const ranges: Range[] = []
    for (const value of this.#values) {
      for (let start = text.indexOf(value); start >= 0; start = text.indexOf(value, start + 1)) {
        ranges.push({ start, end: start + value.length })
      }
    }
    return ranges
  }
}

interface Range {
  readonly start: number
  readonly end: number
}
