const SIGMAS = 6
const SLACK = 3

/** How many of a run's tests are expected to fail, and above how many something else than the tests is at work. */
export interface ExpectedFailures {
  readonly expected: number
  readonly sigma: number
  /** expected + 6 sigma + 3 */
  readonly limit: number
}

/**
 * From each test's own chance to fail, from 0 to 1. The count is a sum of independent trials (Poisson binomial): its mean
 * is the sum of the chances, its variance the sum of chance x (1 - chance).
 */
export function expectedFailures(chances: Iterable<number>): ExpectedFailures {
  let expected = 0
  let variance = 0
  for (const chance of chances) {
    expected += chance
    variance += chance * (1 - chance)
  }
  const sigma = Math.sqrt(variance)
  return { expected, sigma, limit: expected + SIGMAS * sigma + SLACK }
}
