import { setTimeout as sleep } from 'node:timers/promises'

/** How long a run waits for services; tests have a time of their own. */
export interface Timing {
  /** For one answer. */
  readonly timeoutMs: number
  /** For all that one target is told in a run, waits included. */
  readonly budgetMs: number
  /** First wait; each further one is three times as long, and shorter by chance. */
  readonly firstWaitMs: number
  nowMs(): number
  sleep(durationMs: number): Promise<unknown>
  /** From 0 up to 1. */
  random(): number
}

export const realTiming: Timing = {
  timeoutMs: 10_000,
  budgetMs: 60_000,
  firstWaitMs: 500,
  nowMs: () => Date.now(),
  sleep,
  random: Math.random,
}
