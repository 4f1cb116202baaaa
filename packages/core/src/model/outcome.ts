/** From harmless to harmful; {@link worstOutcome} depends on this order. */
export const OUTCOMES = ['skipped', 'pass', 'warn', 'inconclusive', 'fail'] as const

/**
 * - `skipped`: not asked (nothing to judge, or only collecting).
 * - `warn`: worth reading, never a reason to stop.
 * - `inconclusive`: asked, but the evidence is not there.
 */
export type Outcome = (typeof OUTCOMES)[number]

/** The worst of all; the fold of none is `skipped`. */
export function worstOutcome(outcomes: Iterable<Outcome>): Outcome {
  let worst: Outcome = 'skipped'
  for (const outcome of outcomes) if (isWorse(outcome, worst)) worst = outcome
  return worst
}

function isWorse(left: Outcome, right: Outcome): boolean {
  return OUTCOMES.indexOf(left) > OUTCOMES.indexOf(right)
}
