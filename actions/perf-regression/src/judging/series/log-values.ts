import type { Series } from './suite.js'

/** A series as logarithms of which more is worse, by the indexes of its suite's commits; NaN: not measured, or unusable. */
export interface LogSeries {
  readonly values: Float64Array
}

/** @param leastValue smaller values, 0 among them, count as this; 0: values must be above 0 */
export function toLogValues({ values, direction }: Series, leastValue: number): LogSeries {
  const logs = Float64Array.from(values, (value) => {
    if (value === null) return Number.NaN
    const isUsable = Number.isFinite(value) && value >= 0 && Math.max(value, leastValue) > 0
    return isUsable ? signOf(direction) * Math.log(Math.max(value, leastValue)) : Number.NaN
  })
  return { values: logs }
}

/** The inverse for one value. */
export function fromLog(value: number, direction: Series['direction']): number {
  return Math.exp(signOf(direction) * value)
}

function signOf(direction: Series['direction']): 1 | -1 {
  return direction === 'higher' ? -1 : 1
}
