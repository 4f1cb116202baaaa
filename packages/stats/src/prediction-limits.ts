import type { MeanDeviation } from './mean-deviation.js'
import { studentTQuantile } from './student-t.js'

/** Between what the next value is expected, and around what. */
export interface ExpectedLimits {
  readonly centre: number
  readonly low: number
  readonly high: number
}

/**
 * Limits of one more value of a normal distribution of which so much is known: mean ± t(level; n - 1) s sqrt(1 + 1/n). Each
 * one is passed by chance with 1 - level. So has Bencher its `t_test`.
 *
 * null of fewer than two values, and where they are all equal: then any other value would be beyond.
 * @param level of one side, from 0.5 to 1
 * @see https://bencher.dev/docs/explanation/thresholds/
 */
export function predictionLimits({ count, mean, deviation }: MeanDeviation, level: number): ExpectedLimits | null {
  if (!(deviation > 0)) return null
  const reach = studentTQuantile(level, count - 1) * deviation * Math.sqrt(1 + 1 / count)
  return { centre: mean, low: mean - reach, high: mean + reach }
}
