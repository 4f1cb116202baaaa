import type { GateConfig } from '@testwarden/core/action/define-action'
import { limitOrigin } from '@testwarden/core/config/field'
import { type LimitInForce, limitInForce } from '@testwarden/core/limits/accept'
import type { LimitOrigin } from '@testwarden/core/model/verdict'
import type { perfConfig } from '../config.js'
import type { JudgedSuite } from './judge-by-history.js'

/** What an accept names to let everything that a run has in common become slower. */
export const WHOLE_RUN_RULE = 'whole-run'

/** How much slower all benchmarks, or all tests, of a run may become together. */
export interface WholeRunLimit extends LimitInForce {
  readonly origin: LimitOrigin
}

/** The limit of a single one is that of all together as well; null: nobody set one. */
export function wholeRunLimit(
  { kind }: Pick<JudgedSuite, 'kind'>,
  { own, accepts }: GateConfig<typeof perfConfig>,
): WholeRunLimit | null {
  const setting = kind === 'benchmark' ? own.slowdown : own['test-slowdown']
  if (setting.value === null) return null
  const rule = { ruleId: WHOLE_RUN_RULE, subject: null, limit: setting.value, stricter: 'lower' } as const
  return { ...limitInForce(rule, accepts), origin: limitOrigin(setting) }
}

/** Confirmed, the code's doing, and beyond what was allowed before anybody accepted it. */
export function isBeyondLimit({ shift }: Pick<JudgedSuite, 'shift'>, inForce: WholeRunLimit): boolean {
  const written = inForce.accepted === null ? inForce.limit : inForce.accepted.instead
  return shift.isRed && slowdownPercent(shift.ratio) > Number(written)
}

/** Red by itself, and within what a person accepted. */
export function isAcceptedShift(suite: Pick<JudgedSuite, 'shift'>, inForce: WholeRunLimit): boolean {
  const isAllowed = inForce.accepted !== null && slowdownPercent(suite.shift.ratio) <= Number(inForce.limit)
  return isAllowed && isBeyondLimit(suite, inForce)
}

export function slowdownPercent(ratio: number | null): number {
  return ratio === null ? 0 : (ratio - 1) * 100
}
