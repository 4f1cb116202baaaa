import type { Outcome } from '../model/outcome.js'
import type { LimitOrigin } from '../model/verdict.js'

/** What an outcome counts as under a limit: one that nobody wrote only advises. */
export function under(origin: LimitOrigin, outcome: Outcome): Outcome {
  const isTooHarsh = outcome === 'fail' || outcome === 'inconclusive'
  return origin === 'assumed' && isTooHarsh ? 'warn' : outcome
}
