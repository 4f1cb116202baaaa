/** A beta distribution of a chance, by its two shape parameters, both above 0. */
export interface BetaPrior {
  readonly a: number
  readonly b: number
}

/**
 * How often an attempt fails, before anything is known: most tests nearly never do, some nearly always. The prior that
 * LUCI Analysis takes for runs with a failure.
 */
export const FAILURE_PRIOR: BetaPrior = { a: 0.3, b: 0.5 }

/** Mean of the chance of a failure after `failed` and `passed` attempts (beta-binomial model), from 0 to 1. */
export function posteriorMean(counts: { readonly failed: number; readonly passed: number }, prior: BetaPrior): number {
  return (prior.a + counts.failed) / (prior.a + prior.b + counts.failed + counts.passed)
}
