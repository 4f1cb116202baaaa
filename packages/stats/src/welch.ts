import { type Alternative, pValueOf } from './alternative.js'
import { meanDeviation } from './mean-deviation.js'
import { studentTCdf } from './student-t.js'

/** What Welch's test found. */
export interface WelchResult {
  /** Above 0 where the first sample's mean is the greater one. */
  readonly t: number
  readonly degrees: number
  readonly pValue: number
}

/**
 * Welch's t-test of two means, whose samples need not spread equally: t = difference / sqrt(v1/n1 + v2/n2), with
 * Satterthwaite's degrees of freedom. It takes the means for normal; benchmark times are not, so that
 * `mannWhitney` is the test to begin with.
 *
 * null where a sample has fewer than two values, or neither has any spread.
 * @see https://doi.org/10.1093/biomet/34.1-2.28
 */
export function welchTest(
  first: readonly number[],
  second: readonly number[],
  alternative: Alternative,
): WelchResult | null {
  const [left, right] = [meanDeviation(first), meanDeviation(second)]
  const [a, b] = [left.deviation ** 2 / left.count, right.deviation ** 2 / right.count]
  if (!(a + b > 0)) return null
  const t = (left.mean - right.mean) / Math.sqrt(a + b)
  const degrees = (a + b) ** 2 / (a ** 2 / (left.count - 1) + b ** 2 / (right.count - 1))
  const tails = { asLow: studentTCdf(t, degrees), asHigh: studentTCdf(-t, degrees) }
  return { t, degrees, pValue: pValueOf(tails, alternative) }
}
