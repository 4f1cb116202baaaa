/** Digits that a double holds without rounding. */
const EXACT_DIGITS = 15
const UNEXECUTED_MARK = /^(?:#+|=+)$/
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/

/** A count as a report writes it, made an integer from 0 to 2^53 - 1. */
export interface HitCount {
  readonly hits: number
  /** For people, when the count had to be changed; null otherwise. */
  readonly oddity: string | null
}

/** The integer in a span of plain digits; -1 for anything else, also for more digits than a double holds. */
export function plainInteger(text: string, start: number, end: number): number {
  if (start >= end || end - start > EXACT_DIGITS) return -1
  let value = 0
  for (let at = start; at < end; at++) {
    const digit = text.charCodeAt(at) - 0x30
    if (digit < 0 || digit > 9) return -1
    value = value * 10 + digit
  }
  return value
}

/** Counts that tools really write: 64-bit overflows, negatives, floats, gcov's marks. null: no count at all. */
export function readHitCount(text: string): HitCount | null {
  const trimmed = text.trim()
  const plain = plainInteger(trimmed, 0, trimmed.length)
  if (plain >= 0) return { hits: plain, oddity: null }
  if (UNEXECUTED_MARK.test(trimmed)) return { hits: 0, oddity: 'a hit count of ##### or ===== counts as 0' }
  if (!NUMBER.test(trimmed)) return null
  const value = Number(trimmed)
  if (value < 0) return { hits: 0, oddity: 'a negative hit count counts as 0' }
  if (value > Number.MAX_SAFE_INTEGER)
    return { hits: Number.MAX_SAFE_INTEGER, oddity: 'a hit count above 2^53 - 1 counts as 2^53 - 1' }
  // Half a run is still a run: rounding up keeps what was executed apart from what was not.
  return Number.isInteger(value)
    ? { hits: value, oddity: null }
    : { hits: Math.ceil(value), oddity: 'a hit count that is no integer is rounded up' }
}
