const TAB = 0x09
const LINE_FEED = 0x0a
const CARRIAGE_RETURN = 0x0d
const SPACE = 0x20
const DOT = 0x2e
const ZERO = 0x30
const DELETE = 0x7f
/** Digits that a double holds without rounding, and powers of ten that it holds as well: their quotient is rounded once. */
const EXACT_DIGITS = 15
const SCALES = Array.from({ length: EXACT_DIGITS + 1 }, (_, digits) => 10 ** digits)

/**
 * A result as Go itself writes it, `BenchmarkFib/n=10-8 \t 1000\t 325.5 ns/op\t 64 B/op`: a name, a count above 0, plain
 * numbers with units. Lines are read into one and the same object, because a report may have a million of them, and
 * compared with the one before, because most differ in their numbers alone.
 */
export class PlainLine {
  nameStart = 0
  nameEnd = 0
  /** Whether it is that of the line before. */
  isSameName = false
  /** How many numbers there are. */
  count = 0
  readonly values: number[] = []
  readonly unitStarts: number[] = []
  readonly unitEnds: number[] = []
  /** Whether each is what the line before has in its place. */
  readonly isSameUnit: boolean[] = []
  private at = 0
  private hasPoint = false

  /** Whatever comes next has no line before it. */
  forget(): void {
    this.nameEnd = this.nameStart
    this.count = 0
  }

  /** @returns the offset of the next line; -1 for a line of another form, behind which {@link forget} must be called */
  read(bytes: Uint8Array, start: number): number {
    const countBefore = this.count
    this.readName(bytes, start)
    if (!(this.readNumber(bytes) > 0) || this.hasPoint) return -1
    this.count = 0
    while (!isLineEnd(bytes[this.at])) if (!this.readValue(bytes, countBefore)) return -1
    if (this.count === 0) return -1
    if (bytes[this.at] === CARRIAGE_RETURN) this.at++
    return bytes[this.at] === LINE_FEED ? this.at + 1 : -1
  }

  private readName(bytes: Uint8Array, start: number): void {
    const before = this.nameStart
    const length = this.nameEnd - before
    let same = 0
    while (same < length && bytes[start + same] === bytes[before + same]) same++
    this.isSameName = length > 0 && same === length && isBlank(bytes[start + length])
    this.nameStart = start
    this.nameEnd = this.isSameName ? start + length : wordEnd(bytes, start)
    this.at = this.nameEnd
  }

  private readValue(bytes: Uint8Array, countBefore: number): boolean {
    const value = this.readNumber(bytes)
    const start = this.at
    const end = wordEnd(bytes, start)
    const index = this.count
    if (Number.isNaN(value) || end === start || !(isBlank(bytes[end]) || isLineEnd(bytes[end]))) return false
    this.isSameUnit[index] = index < countBefore && this.repeatsUnit(bytes, start, end)
    this.values[index] = value
    this.unitStarts[index] = start
    this.unitEnds[index] = end
    this.count = index + 1
    this.at = blankEnd(bytes, end)
    return true
  }

  private repeatsUnit(bytes: Uint8Array, start: number, end: number): boolean {
    const before = this.unitStarts[this.count] ?? 0
    if (end - start !== (this.unitEnds[this.count] ?? 0) - before) return false
    let at = start
    while (at < end && bytes[at] === bytes[before + at - start]) at++
    return at === end
  }

  /** With the blanks around it, of which there must be one behind; NaN for what is no plain number. */
  private readNumber(bytes: Uint8Array): number {
    const first = blankEnd(bytes, this.at)
    let at = first
    let value = 0
    let point = -1
    for (; ; at++) {
      const byte = bytes[at] ?? 0
      if (byte >= ZERO && byte < ZERO + 10) value = value * 10 + byte - ZERO
      else if (byte === DOT && point === -1) point = at
      else break
    }
    this.hasPoint = point !== -1
    this.at = blankEnd(bytes, at)
    const digits = at - first - (this.hasPoint ? 1 : 0)
    if (this.at === at || digits === 0 || digits > EXACT_DIGITS) return Number.NaN
    return this.hasPoint ? value / (SCALES[at - point - 1] ?? 1) : value
  }
}

function wordEnd(bytes: Uint8Array, start: number): number {
  let at = start
  for (let byte = bytes[at] ?? 0; byte > SPACE && byte < DELETE; byte = bytes[at] ?? 0) at++
  return at
}

function blankEnd(bytes: Uint8Array, start: number): number {
  let at = start
  for (let byte = bytes[at]; byte === SPACE || byte === TAB; byte = bytes[at]) at++
  return at
}

function isBlank(byte: number | undefined): boolean {
  return byte === SPACE || byte === TAB
}

function isLineEnd(byte: number | undefined): boolean {
  return byte === LINE_FEED || byte === CARRIAGE_RETURN
}
