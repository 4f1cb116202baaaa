import type { LineRange } from '@testwarden/core/model/line-range'

/**
 * Sets of lines as ascending ranges that neither overlap nor touch. They are never spread out line by line, so a text
 * such as `1-9007199254740991` from somebody else's evidence costs nothing.
 */
export type Lines = readonly LineRange[]

/** `1-5,7`; empty for no line. */
export function linesToText(lines: Lines): string {
  return lines.map(({ first, last }) => (first === last ? String(first) : `${first}-${last}`)).join(',')
}

/** @throws TypeError when the text was not made by {@link linesToText} */
export function linesFromText(text: string): Lines {
  const ranges: LineRange[] = []
  scanRanges(text, (first, last) => ranges.push({ first, last }))
  return ranges
}

/** How many lines a text means. @throws TypeError as {@link linesFromText} */
export function countLinesOfText(text: string): number {
  let count = 0
  scanRanges(text, (first, last) => {
    count += last - first + 1
  })
  return count
}

function scanRanges(text: string, found: (first: number, last: number) => void): void {
  let end = 0
  for (let at = 0; at < text.length || (at === text.length && at > 0); ) {
    const comma = text.indexOf(',', at)
    const stop = comma < 0 ? text.length : comma
    let dash = at
    while (dash < stop && text.charCodeAt(dash) !== DASH) dash++
    const first = naturalAt(text, at, dash)
    const last = dash < stop ? naturalAt(text, dash + 1, stop) : first
    if (!(first > end && last >= first)) throw new TypeError(`not ascending line ranges: ${text.slice(0, 80)}`)
    found(first, last)
    end = last
    at = stop + 1
  }
}

const DASH = 45
const MAX_DIGITS = 15

/** NaN for anything but digits. */
function naturalAt(text: string, start: number, stop: number): number {
  if (stop === start || stop - start > MAX_DIGITS) return Number.NaN
  let value = 0
  for (let at = start; at < stop; at++) {
    const digit = text.charCodeAt(at) - 48
    if (digit < 0 || digit > 9) return Number.NaN
    value = value * 10 + digit
  }
  return value
}

/** Writes ascending lines as {@link linesToText} would, without holding them. */
export interface LineWriter {
  /** @param line greater than every line before */
  add(line: number): void
  text(): string
}

export function createLineWriter(): LineWriter {
  // Joined at the end: a text that grows piece by piece is kept as a tree of its pieces, many times its size.
  const pieces: string[] = []
  let first = 0
  let last = 0
  const flush = () => {
    if (first !== 0) pieces.push(first === last ? String(first) : `${first}-${last}`)
    first = 0
  }
  return {
    add(line) {
      if (first !== 0 && line === last + 1) {
        last = line
        return
      }
      flush()
      first = line
      last = line
    },
    text() {
      flush()
      return pieces.join(',')
    },
  }
}

export function countLines(lines: Lines): number {
  let count = 0
  for (const { first, last } of lines) count += last - first + 1
  return count
}

export function unite(left: Lines, right: Lines): Lines {
  if (left.length === 0) return right
  if (right.length === 0) return left
  return linesFromRanges([...left, ...right])
}

/** Lines from ranges in any order, which may overlap. */
export function linesFromRanges(ranges: readonly LineRange[]): Lines {
  const united: { first: number; last: number }[] = []
  for (const { first, last } of [...ranges].sort((a, b) => a.first - b.first)) {
    const open = united.at(-1)
    if (open !== undefined && first <= open.last + 1) open.last = Math.max(open.last, last)
    else united.push({ first, last })
  }
  return united
}

export function intersect(left: Lines, right: Lines): Lines {
  const common: LineRange[] = []
  for (let i = 0, j = 0; i < left.length && j < right.length; ) {
    const a = left[i]
    const b = right[j]
    if (a === undefined || b === undefined) break
    const first = Math.max(a.first, b.first)
    const last = Math.min(a.last, b.last)
    if (first <= last) common.push({ first, last })
    if (a.last < b.last) i++
    else j++
  }
  return common
}

export function subtract(left: Lines, right: Lines): Lines {
  const rest: LineRange[] = []
  let j = 0
  for (const { first, last } of left) {
    let at = first
    while ((right[j]?.last ?? Number.POSITIVE_INFINITY) < at) j++
    for (let k = j; ; k++) {
      const hole = right[k]
      if (hole === undefined || hole.first > last) break
      if (hole.first > at) rest.push({ first: at, last: hole.first - 1 })
      at = hole.last + 1
    }
    if (at <= last) rest.push({ first: at, last })
  }
  return rest
}

/** Joins ranges whose gap lies wholly in `bridges`: a blank line does not make two findings out of one. */
export function joinOver(lines: Lines, bridges: Lines): Lines {
  const joined: { first: number; last: number }[] = []
  for (const { first, last } of lines) {
    const open = joined.at(-1)
    if (open !== undefined && containsRange(bridges, { first: open.last + 1, last: first - 1 })) open.last = last
    else joined.push({ first, last })
  }
  return joined
}

/** Ranges do not touch, so a whole range lies in one of them or in none. */
function containsRange(lines: Lines, { first, last }: LineRange): boolean {
  let low = 0
  let high = lines.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if ((lines[middle]?.last ?? 0) < first) low = middle + 1
    else high = middle
  }
  const candidate = lines[low]
  return candidate !== undefined && candidate.first <= first && last <= candidate.last
}
