import type { JsonScalar } from '../../json/visitor.js'
import type { WarningLog } from '../../warning-log.js'
import { isLineNumber, readHits } from '../json-numbers.js'

/** A condition in the source, with how often it was true and how often false. */
export interface BranchRegion {
  readonly line: number
  /** `5:9-5:28`. */
  readonly range: string
  readonly trueHits: number
  readonly falseHits: number
  /** Which of its function's files it is in. */
  readonly fileId: number
}

/** `[line, column, end line, end column, true count, false count, file, expanded file, kind]`; null for anything else. */
export function readBranchRegion(tuple: readonly JsonScalar[], warnings: WarningLog, at: number): BranchRegion | null {
  const [line, column, endLine, endColumn, trueCount, falseCount, fileId] = tuple
  const trueHits = readHits(trueCount, warnings, at)
  const falseHits = readHits(falseCount, warnings, at)
  if (isLineNumber(line) && trueHits !== null && falseHits !== null)
    return {
      line,
      range: `${line}:${column}-${endLine}:${endColumn}`,
      trueHits,
      falseHits,
      fileId: Number(fileId ?? 0),
    }
  warnings.add('a branch that has no line or no count is ignored', at)
  return null
}
