import { PlatformError } from '@testwarden/core/model/errors'

/** Nobody waits longer than this for GitHub in a job, all requests together; GitHub may ask for an hour. */
const BUDGET_MS = 60_000

/**
 * The time that a run may lose to an ailing GitHub: waits, and tries that came to nothing. Once it is spent, or GitHub
 * asked for more than is left, nothing more is sent: whoever is refused for too many requests must not send more.
 */
export interface RetryBudget {
  /** Takes a wait out of the budget. false: there is not enough left, and no further request is worth sending. */
  take(waitMs: number): boolean
  /** For time that is gone already. */
  spend(durationMs: number): void
  /** Nobody listens at GitHub's address. Heard twice in a row it ends the budget: a dead server costs a run a second. */
  noteUnreachable(): void
  noteAnswer(): void
  /** @throws PlatformError when the budget is spent */
  check(what: string): void
}

const UNREACHABLE_MAX = 2

export function createRetryBudget(budgetMs: number = BUDGET_MS): RetryBudget {
  let leftMs = budgetMs
  let isClosed = false
  let unreachable = 0
  return {
    take(waitMs) {
      isClosed ||= waitMs > leftMs
      if (!isClosed) leftMs -= waitMs
      return !isClosed
    },
    spend(durationMs) {
      leftMs -= durationMs
      isClosed ||= leftMs <= 0
    },
    noteUnreachable() {
      unreachable++
      isClosed ||= unreachable >= UNREACHABLE_MAX
    },
    noteAnswer() {
      unreachable = 0
    },
    check(what) {
      if (isClosed) throw closed(what)
    },
  }
}

function closed(what: string): PlatformError {
  return new PlatformError(`cannot ${what}: not tried, because GitHub refused or failed to answer before`, {
    remedy: 'run the job again later',
    retryable: true,
  })
}
