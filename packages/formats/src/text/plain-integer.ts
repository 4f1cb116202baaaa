/** Digits that a double holds without rounding. */
const EXACT_DIGITS = 15

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
