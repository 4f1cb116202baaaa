import { lnGamma } from './ln-gamma.js'

/** How often something happened among how many chances to. */
export interface Occurrences {
  readonly hits: number
  readonly trials: number
}

/** Halves the interval as long as a double has digits to tell. */
const BISECTIONS = 100

/**
 * The highest rate, from 0 to 1, with which so few hits are still no surprise: the upper bound of Clopper and Pearson, which
 * never promises more than it holds (Wilson's is narrower, and wrong more often than it says where hits are rare). One-sided:
 * at 0.95 the true rate is higher in at most 5 % of cases. Without hits it is about 3 / trials. 1 of no trial.
 * @param confidence from 0 to 1, both excluded
 * @see https://doi.org/10.1093/biomet/26.4.404
 */
export function rateUpperBound({ hits, trials }: Occurrences, confidence: number): number {
  if (hits >= trials) return 1
  let [low, high] = [hits / trials, 1]
  for (let step = 0; step < BISECTIONS; step++) {
    const middle = (low + high) / 2
    if (chanceOfAtMost({ hits, trials }, middle) > 1 - confidence) low = middle
    else high = middle
  }
  return high
}

/** Binomial, from the largest term down: hits stay below what is expected, so terms only shrink. */
function chanceOfAtMost({ hits, trials }: Occurrences, rate: number): number {
  const odds = (1 - rate) / rate
  let term = Math.exp(lnChoices({ hits, trials }) + hits * Math.log(rate) + (trials - hits) * Math.log1p(-rate))
  let sum = term
  for (let fewer = hits; fewer > 0 && term > sum * Number.EPSILON; fewer--) {
    term *= (odds * fewer) / (trials - fewer + 1)
    sum += term
  }
  return sum
}

function lnChoices({ hits, trials }: Occurrences): number {
  return lnGamma(trials + 1) - lnGamma(hits + 1) - lnGamma(trials - hits + 1)
}
