import type { GateConfig } from '@testwarden/core/action/define-action'
import { type LimitInForce, limitInForce } from '@testwarden/core/limits/accept'
import type { perfConfig } from '../config.js'
import type { JudgedSuite } from './judge-by-history.js'

/** What an accept names to let everything that a run has in common become slower. */
export const WHOLE_RUN_RULE = 'whole-run'

/** How much slower all benchmarks together may become; null: nobody set a limit. */
export function wholeRunLimit({ own, accepts }: GateConfig<typeof perfConfig>): LimitInForce | null {
  const limit = own.slowdown.value
  if (limit === null) return null
  return limitInForce({ ruleId: WHOLE_RUN_RULE, subject: null, limit, stricter: 'lower' }, accepts)
}

/** Red by itself, and within what a person accepted. */
export function isAcceptedShift({ shift }: JudgedSuite, inForce: LimitInForce | null): boolean {
  const isAllowed = inForce?.accepted != null && slowdownPercent(shift.ratio) <= Number(inForce.limit)
  return shift.isRed && isAllowed
}

export function slowdownPercent(ratio: number | null): number {
  return ratio === null ? 0 : (ratio - 1) * 100
}
