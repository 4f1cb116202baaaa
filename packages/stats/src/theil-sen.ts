import { median } from './median.js'

/**
 * Slope of a line through values at equal distances: the median of the slopes between all pairs of them, which a few
 * outliers do not move (Sen, Journal of the American Statistical Association 63, 1968). NaN of fewer than two values.
 * In time that grows with the square of their number.
 * @param values by their places; NaN: none there
 */
export function theilSenSlope(values: ArrayLike<number>): number {
  const slopes: number[] = []
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++) {
      const slope = ((values[later] ?? Number.NaN) - (values[earlier] ?? Number.NaN)) / (later - earlier)
      if (!Number.isNaN(slope)) slopes.push(slope)
    }
  }
  return median(slopes)
}
