import { studentTQuantile } from '../student-t.js'
import type { Segment } from './segment-summary.js'

/** Far more than rounding can do to the sums below, and too little to cost a search. */
const MARGIN = 0.9999

/** With less of the spread than that within the two sides of a cut, too many digits are lost by subtraction. */
const LEAST_WITHIN = 0.0001

/** Squares below that have fewer digits than other numbers. */
const LEAST_SQUARES = 1e-290

/** With less of a spread than that above their level, values have means whose own rounding makes the test. */
const LEAST_SPREAD = 1e-8

/**
 * Tells whether any cut of a part of a series may have a p-value of at most `maxPValue`. Where none has, the slow search
 * for the best one is spared, which is three quarters of all work where little changes. The t of each cut comes from
 * running sums, which are not exact to the last bit: what is near the limit may be, so that no answer is lost.
 */
export type CutScreen = (values: Float64Array, part: Segment) => boolean

/** It remembers its limits: make one for many series. */
export function createCutScreen(maxPValue: number): CutScreen {
  const limits = new Map<number, number>()
  return (values, part) => {
    const df = part.end - part.from - 2
    if (df <= 0) return maxPValue >= 1
    const limit = limits.get(df) ?? leastSquare(df, maxPValue)
    limits.set(df, limit)
    return reaches(values, part, limit)
  }
}

/** The square of t from which on a p-value is at most that. */
function leastSquare(df: number, maxPValue: number): number {
  const t = studentTQuantile(Math.min(maxPValue, 1) / 2, df)
  return t * t
}

/**
 * With n values in front of a cut and m behind it, t^2 = (n + m - 2) (sum/n - rest/m)^2 n m / ((n + m) within), where
 * `within` is what pooled-t-test.ts makes of the squares. Both sides are multiplied by (n m)^2: divisions are slow.
 */
function reaches(values: Float64Array, { from, end }: Segment, limit: number): boolean {
  const first = values[from] ?? 0
  const count = end - from
  const all = sumsOf(values, { from, end })
  const coarse = LEAST_SPREAD * first
  if (!(all.squares > Math.max(LEAST_SQUARES, coarse * coarse))) return true
  let sum = 0
  let squares = 0
  for (let n = 1; n < count; n++) {
    const height = (values[from + n - 1] ?? 0) - first
    sum += height
    squares += height * height
    const m = count - n
    const rest = all.sum - sum
    const before = (n * squares - sum * sum) * (n - 1) * m * m
    const after = (m * (all.squares - squares) - rest * rest) * (m - 1) * n * n
    const within = before + after
    if (!(within > LEAST_WITHIN * all.squares * n * n * m * m)) return true
    const gap = sum * m - rest * n
    if (!((count - 2) * gap * gap * n * m < MARGIN * limit * count * within)) return true
  }
  return false
}

/** Of the heights above the first value: a high level with little noise keeps its digits. */
function sumsOf(values: Float64Array, { from, end }: Segment) {
  const first = values[from] ?? 0
  let sum = 0
  let squares = 0
  for (let at = from; at < end; at++) {
    const height = (values[at] ?? 0) - first
    sum += height
    squares += height * height
  }
  return { sum, squares }
}
