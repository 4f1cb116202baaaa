import { plainInteger } from '../text/plain-integer.js'

const UNEXECUTED_MARK = /^(?:#+|=+)$/
const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]*)?(?:[eE][+-]?[0-9]+)?$/

/** A count as a report writes it, made an integer from 0 to 2^53 - 1. */
export interface HitCount {
  readonly hits: number
  /** For people, when the count had to be changed; null otherwise. */
  readonly oddity: string | null
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
