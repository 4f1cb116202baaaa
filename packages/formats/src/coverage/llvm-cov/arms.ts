import type { WarningLog } from '../../warning-log.js'
import { type FileBuilder, TOO_MANY_BRANCHES } from '../coverage-builder.js'

/** Both outcomes of a condition, at the line where its file shows it. */
export interface ConditionAt {
  readonly at: number
  readonly range: string
  readonly trueHits: number
  readonly falseHits: number
}

/** The mark says that their identity is a place. */
export function addArms(
  file: FileBuilder,
  { at, range, trueHits, falseHits }: ConditionAt,
  warnings: WarningLog,
): void {
  const isKnown = file.addArm(at, `@${range} true`, trueHits) && file.addArm(at, `@${range} false`, falseHits)
  if (!isKnown) warnings.add(TOO_MANY_BRANCHES, null)
}
