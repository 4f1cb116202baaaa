import { median } from '@testwarden/stats/median'
import type { PairRound } from './facts.js'

/** What the reference kernel, which never changes, says of the machine while the pairs ran. */
export interface MachineJudgement {
  /** `unknown`: the kernel ran too seldom. */
  readonly state: 'steady' | 'changed' | 'unknown'
  /** Nanoseconds: the medians of the first and of the second half of the rounds; null: unknown. */
  readonly firstNs: number | null
  readonly lastNs: number | null
  /** Share of its time in which the kernel had a processor; less than 1 where others wanted it too. null: unknown. */
  readonly busyShare: number | null
}

const LEAST_ROUNDS = 4
/** What noise alone hardly makes of medians of four and more. */
const MOST_RATIO = 1.1

/**
 * Whether the machine became slower or faster on the way. Pairs bear that, as both of their sides are measured next to each
 * other: it is for people who wonder about times, not for the verdict.
 */
export function judgeMachine(rounds: readonly PairRound[]): MachineJudgement {
  const kernels = rounds.flatMap(({ kernel }) => kernel ?? [])
  if (kernels.length < LEAST_ROUNDS) return { state: 'unknown', firstNs: null, lastNs: null, busyShare: null }
  const half = Math.floor(kernels.length / 2)
  const firstNs = median(kernels.slice(0, half).map(({ wallNs }) => wallNs))
  const lastNs = median(kernels.slice(-half).map(({ wallNs }) => wallNs))
  const ratio = Math.max(firstNs, lastNs) / Math.max(1, Math.min(firstNs, lastNs))
  return {
    state: ratio > MOST_RATIO ? 'changed' : 'steady',
    firstNs,
    lastNs,
    busyShare: Math.min(1, median(kernels.map(({ wallNs, cpuNs }) => cpuNs / Math.max(1, wallNs)))),
  }
}
