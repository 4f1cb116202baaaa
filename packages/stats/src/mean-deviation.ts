/** A sample in three numbers. */
export interface MeanDeviation {
  readonly count: number
  /** NaN of no value. */
  readonly mean: number
  /** Standard deviation of the population as the sample tells it: with n - 1. NaN of fewer than two values. */
  readonly deviation: number
}

/** In two passes, so that values that are close together but far from 0 keep their digits. */
export function meanDeviation(values: readonly number[]): MeanDeviation {
  const count = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / count
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { count, mean, deviation: count < 2 ? Number.NaN : Math.sqrt(squares / (count - 1)) }
}
