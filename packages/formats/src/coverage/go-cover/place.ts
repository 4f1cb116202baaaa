import { MAX_LINE } from '../coverage-builder.js'

/** Columns have 22 bits in a {@link placeOf}, lines 31: together they stay below 2^53. */
const COLUMN_LIMIT = 2 ** 22

/** A line and a column in one integer that sorts by place; -1 for what is no place in a file. */
export function placeOf(line: number, column: number): number {
  return line < 1 || line > MAX_LINE || column >= COLUMN_LIMIT ? -1 : line * COLUMN_LIMIT + column
}

export function lineOf(place: number): number {
  return Math.floor(place / COLUMN_LIMIT)
}

export function columnOf(place: number): number {
  // The remainder, which is exact this way; `%` of such numbers is a call that takes ten times as long.
  return place - lineOf(place) * COLUMN_LIMIT
}

/** `5.12,8.22`, as profiles write it. */
export function describeRange(start: number, end: number): string {
  return `${lineOf(start)}.${columnOf(start)},${lineOf(end)}.${columnOf(end)}`
}
