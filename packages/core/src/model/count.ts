/**
 * So many of so many: covered lines of coverable lines, passed cases of all cases.
 * Both are integers; a rate exists only when it is rendered. `total: 0` means that nothing was there to count, which is
 * neither 0 % nor 100 %.
 */
export interface Count {
  readonly covered: number
  readonly total: number
}

export const NOTHING_COUNTED: Count = { covered: 0, total: 0 }

export function addCounts(left: Count, right: Count): Count {
  return { covered: left.covered + right.covered, total: left.total + right.total }
}

/** Counts add up, so a sum that no double can hold exactly stays at the largest one that can. */
export function addSaturated(left: number, right: number): number {
  return Math.min(left + right, Number.MAX_SAFE_INTEGER)
}
