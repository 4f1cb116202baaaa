import { median } from '@testwarden/stats/median'
import type { ValuePair } from './facts.js'
import type { PairLimit } from './pair-policy.js'

/**
 * The logarithm of how many times worse the change is in each pair; 0 where both are 0. null: one of two is 0, which no
 * ratio can tell.
 */
export function logCosts(pairs: readonly ValuePair[], sign: CostSign): readonly number[] | null {
  const logs = pairs.map(([base, head]) => (base === head ? 0 : sign * Math.log(head / base)))
  return logs.every(Number.isFinite) ? logs : null
}

/** 1: more is worse; -1: less is. */
export type CostSign = 1 | -1

/** Where any change counts, the screen says which way; what decides are fresh pairs, so nothing is asked twice. */
export function costSignOf({ worse }: PairLimit, screen: readonly ValuePair[]): CostSign {
  if (worse !== 'either') return worse === 'more' ? 1 : -1
  return median(logCosts(screen, 1) ?? []) < 0 ? -1 : 1
}
