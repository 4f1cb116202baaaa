import type { JsonScalar } from '../json/visitor.js'
import type { WarningLog } from '../warning-log.js'
import { MAX_LINE } from './coverage-builder.js'
import { type HitCount, readHitCount } from './hit-count.js'

/** A count of a JSON report; null for what is no number. */
export function readJsonCount(value: JsonScalar): HitCount | null {
  if (typeof value !== 'number') return null
  return Number.isSafeInteger(value) && value >= 0 ? { hits: value, oddity: null } : readHitCount(String(value))
}

/** The same as plain hits; what had to be changed is said. */
export function readHits(value: JsonScalar | undefined, warnings: WarningLog, line: number | null): number | null {
  const count = readJsonCount(value ?? null)
  if (count?.oddity != null) warnings.add(count.oddity, line)
  return count?.hits ?? null
}

/** Whether a value of a JSON report can be a line number. */
export function isLineNumber(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 1 && Number(value) <= MAX_LINE
}
