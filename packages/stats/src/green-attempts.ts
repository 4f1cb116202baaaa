/** What a flake may still have as a chance of having been green all the time by luck. */
const LUCK = 0.05

const FEWEST = 30

/**
 * How many attempts in a row must pass before a test that failed at `rate` (from 0 to 1) counts as mended: as many as
 * such a test passes in a row with a chance of 5 %, ln 0.05 / ln(1 - rate), and at least 30. Infinity for a rate of 0.
 */
export function greenAttemptsNeeded(rate: number): number {
  if (rate <= 0) return Number.POSITIVE_INFINITY
  if (rate >= 1) return FEWEST
  return Math.max(FEWEST, Math.ceil(Math.log(LUCK) / Math.log1p(-rate)))
}
