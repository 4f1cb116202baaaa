import type { Diff, Hunk } from '../model/diff.js'
import type { Evidence } from '../model/evidence.js'
import { canonicalJson } from '../model/record-key.js'

/**
 * From the tested tree to the head's, as all legs tell it; null where they do not, or where no such diff can be. It only
 * moves places on a page, so a leg's word is enough.
 */
export function agreedHeadDiff(legs: readonly Evidence<unknown>[]): Diff | null {
  const [first, ...others] = legs.map(({ headDiff }) => headDiff ?? null)
  if (first === undefined || first === null) return null
  const text = canonicalJson(first)
  const isAgreed = others.every((other) => canonicalJson(other) === text)
  return isAgreed && first.every(({ hunks }) => areOrdered(hunks)) ? first : null
}

/** Hunks of one file neither overlap nor go back, on either side. */
function areOrdered(hunks: readonly Hunk[]): boolean {
  let oldEnd = -1
  let newEnd = -1
  for (const { oldStart, oldCount, newStart, newCount } of hunks) {
    if (oldStart < oldEnd || newStart < newEnd) return false
    oldEnd = oldStart + oldCount
    newEnd = newStart + newCount
    if (!Number.isSafeInteger(oldEnd) || !Number.isSafeInteger(newEnd)) return false
  }
  return true
}
