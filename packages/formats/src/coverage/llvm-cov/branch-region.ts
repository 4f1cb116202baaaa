import type { WarningLog } from '../../warning-log.js'
import { isLineNumber, readHits } from '../json-numbers.js'

/** A condition in the source, with how often it was true and how often false. */
export interface BranchRegion {
  readonly line: number
  /** Columns, and how many lines further it ends: few texts for many branches. `9-28`, `9-+2:5`. */
  readonly range: string
  readonly trueHits: number
  readonly falseHits: number
  /** Which of its function's files it is in. */
  readonly fileId: number
}

/** `[line, column, end line, end column, true count, false count, file, expanded file, kind]`; null for anything else. */
export function readBranchRegion(
  tuple: readonly number[],
  warnings: WarningLog,
  at: number | null,
): BranchRegion | null {
  const line = tuple[0]
  const trueHits = readHits(tuple[4], warnings, at)
  const falseHits = readHits(tuple[5], warnings, at)
  if (isLineNumber(line) && trueHits !== null && falseHits !== null)
    return { line, range: `${tuple[1]}-${endOf(line, tuple)}`, trueHits, falseHits, fileId: tuple[6] ?? 0 }
  warnings.add('a branch that has no line or no count is ignored', at)
  return null
}

function endOf(line: number, tuple: readonly number[]): string {
  return tuple[2] === line ? `${tuple[3]}` : `+${(tuple[2] ?? line) - line}:${tuple[3]}`
}
