import type { Count } from '@testwarden/core/model/count'
import type { CoverageTotals } from '@testwarden/core/model/coverage'

/**
 * Totals of one file in the body of a record of coverage-gate: rows of path, then covered and all lines, branches,
 * functions and statements. null: the record does not list the file, or is none that can be read.
 */
export function recordedFile(body: unknown, path: string): CoverageTotals | null {
  if (typeof body !== 'object' || body === null || !('files' in body) || !Array.isArray(body.files)) return null
  const rows: readonly unknown[] = body.files
  const row = rows.find((candidate) => Array.isArray(candidate) && candidate[0] === path)
  if (!Array.isArray(row)) return null
  const [lines, branches, functions, statements] = [1, 3, 5, 7].map((at) => countOf(row[at], row[at + 1]))
  if (lines === null || lines === undefined) return null
  return { lines, branches: branches ?? null, functions: functions ?? null, statements: statements ?? null }
}

function countOf(covered: unknown, total: unknown): Count | null {
  return isNatural(covered) && isNatural(total) && covered <= total ? { covered, total } : null
}

function isNatural(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
}
