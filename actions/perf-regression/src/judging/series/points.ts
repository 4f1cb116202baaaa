import type { LogSeries } from './log-values.js'

/** NaN where there is no point. */
export function withoutShift({ values }: LogSeries, shifts: Float64Array, at: number): number {
  return (values[at] ?? Number.NaN) - (shifts[at] || 0)
}

/** From (included) to (excluded). */
export function indexesOfPoints(
  { values }: Pick<LogSeries, 'values'>,
  { from, to }: { readonly from: number; readonly to: number },
): readonly number[] {
  const indexes: number[] = []
  for (let at = from; at < to; at++) if (!Number.isNaN(values[at])) indexes.push(at)
  return indexes
}
