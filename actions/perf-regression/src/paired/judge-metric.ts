import { signedRank } from '@testwarden/stats/signed-rank'
import { costSignOf, logCosts } from './cost-ratios.js'
import type { PairedMetric } from './facts.js'
import { type EffectPlan, type PairEffect, pairEffect } from './pair-effect.js'
import type { PairLimit, PairPolicy } from './pair-policy.js'

export type PairState =
  /** Worse beyond the tolerance, confirmed by fresh pairs at the promised rate. */
  | 'regressed'
  /** Better beyond the tolerance, as sure as 95 %. Nothing is decided by it. */
  | 'improved'
  /** Not worse than the tolerance, as sure as 95 %. */
  | 'unchanged'
  /** Neither can be said by so many pairs. */
  | 'inconclusive'
  /** Pairs differ so much among themselves that nothing is said of it, however it looks. */
  | 'too-noisy'
  /** Only the change has it. */
  | 'new'
  /** Only the base has it. */
  | 'gone'
  /** The base has it, and in the change it failed. */
  | 'failed'
  /** The change measures it in another unit. */
  | 'unit-changed'
  /** One of two values is 0, which no ratio can tell. */
  | 'zero'
  /** Nobody knows what is worse, or nobody wants to know. */
  | 'not-judged'

export interface JudgedMetric {
  readonly key: string
  readonly unit: string
  readonly state: PairState
  /** null where nothing can be compared. */
  readonly effect: PairEffect | null
  /** null: it was no candidate, or its limit is gone. */
  readonly confirmation: Confirmation | null
}

/** What the fresh pairs of a candidate came to. */
export interface Confirmation {
  /** One-sided, of what exceeds the tolerance; 1 where no fresh pairs were measured. */
  readonly pValue: number
  readonly isConfirmed: boolean
}

export interface JudgedBy {
  readonly policy: PairPolicy
  readonly confirmation: Confirmation | null
  readonly plan: Omit<EffectPlan, 'tolerance'>
}

/** More than this among the pairs, and nothing can be read from them. */
const MOST_SPREAD = 0.12

export function judgeMetric(metric: PairedMetric, { policy, confirmation, plan }: JudgedBy): JudgedMetric {
  const { key, unit, presence, baseUnit } = metric
  const limit = policy.limitOf(metric)
  const without = (state: PairState): JudgedMetric => ({ key, unit, state, effect: null, confirmation })
  if (presence !== 'both') return without(presence)
  if (baseUnit !== null) return without('unit-changed')
  if (limit === null) return without('not-judged')
  const isFresh = metric.confirm.length > 0
  const logs = logCosts(isFresh ? metric.confirm : metric.screen, costSignOf(limit, metric.screen))
  if (logs === null) return without('zero')
  if (logs.length === 0) return without('inconclusive')
  const effect = pairEffect(logs, { ...plan, tolerance: limit.tolerance })
  const isOpen = confirmation !== null && !isFresh
  return { key, unit, effect, confirmation, state: stateOf(effect, { limit, confirmation, isOpen }) }
}

interface Judged {
  readonly limit: PairLimit
  readonly confirmation: Confirmation | null
  /** What fresh pairs should have decided is not decided by those that raised the question. */
  readonly isOpen: boolean
}

function stateOf({ spread, upper }: PairEffect, { limit, confirmation, isOpen }: Judged): PairState {
  const most = 1 + limit.tolerance
  if (spread > MOST_SPREAD) return 'too-noisy'
  if (confirmation?.isConfirmed === true) return 'regressed'
  if (isOpen || upper === null || upper > most) return 'inconclusive'
  return limit.worse !== 'either' && upper < 1 / most ? 'improved' : 'unchanged'
}

/** One-sided p value of the fresh pairs, of what exceeds the tolerance; 1 where there are none. */
export function confirmationPValue(metric: PairedMetric, limit: PairLimit): number {
  const logs = logCosts(metric.confirm, costSignOf(limit, metric.screen)) ?? []
  const beyond = logs.map((log) => log - Math.log1p(limit.tolerance))
  return signedRank(beyond, 'greater')?.pValue ?? 1
}
