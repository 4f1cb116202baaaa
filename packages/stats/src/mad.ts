import { median } from './median.js'

/** Makes the median absolute deviation of a normal distribution its standard deviation: 1 / the normal quantile of 3/4. */
const NORMAL_CONSISTENCY = 1.482602218505602

/**
 * Standard deviation as the median absolute deviation tells it, so that a few spikes do not count. NaN of no value, 0
 * where more than half are equal.
 * @see https://en.wikipedia.org/wiki/Median_absolute_deviation#Relation_to_standard_deviation
 */
export function madDeviation(values: readonly number[], centre: number = median(values)): number {
  return NORMAL_CONSISTENCY * median(values.map((value) => Math.abs(value - centre)))
}
