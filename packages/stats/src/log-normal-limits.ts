import { meanDeviation } from './mean-deviation.js'
import { normalQuantile } from './normal.js'
import type { ExpectedLimits } from './prediction-limits.js'

/**
 * Limits of values whose logarithms are normal, as of times that spikes stretch upwards: around the geometric mean m, e to
 * the (mean + z(level) s) of the logarithms is the upper one. The lower one is as far below m as the upper one is above it.
 * So has Bencher its `log_normal`.
 *
 * null of fewer than two values, where one is not above 0, and where they are all equal.
 * @param level of one side, from 0.5 to 1
 * @see https://bencher.dev/docs/explanation/thresholds/
 */
export function logNormalLimits(values: readonly number[], level: number): ExpectedLimits | null {
  const { mean, deviation } = meanDeviation(values.map(Math.log))
  if (!(deviation > 0) || !Number.isFinite(deviation)) return null
  const centre = Math.exp(mean)
  const high = Math.exp(mean + normalQuantile(level) * deviation)
  return { centre, low: 2 * centre - high, high }
}
