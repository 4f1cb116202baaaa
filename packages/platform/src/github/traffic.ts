import { type CallCounter, createCallCounter } from './call-counter.js'
import { createRetryBudget, type RetryBudget } from './retry-budget.js'

/** What all requests of a run share, whichever part of it sends them. */
export interface Traffic {
  readonly calls: CallCounter
  readonly budget: RetryBudget
}

export function createTraffic(): Traffic {
  return { calls: createCallCounter(), budget: createRetryBudget() }
}
