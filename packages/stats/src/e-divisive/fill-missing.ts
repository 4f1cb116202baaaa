/**
 * A series without holes: a value that is missing (null or NaN) is taken to be the one before it; at the start, the one
 * after it. null where every value is missing. As `fill_missing` of Apache Otava, which knows null alone
 * (otava/analysis.py).
 */
export function fillMissing(series: readonly (number | null)[]): Float64Array | null {
  let last = series.find(isPresent)
  if (last === undefined) return null
  const filled = new Float64Array(series.length)
  for (let at = 0; at < series.length; at++) {
    const value = series[at]
    if (isPresent(value)) last = value
    filled[at] = last
  }
  return filled
}

function isPresent(value: number | null | undefined): value is number {
  return typeof value === 'number' && !Number.isNaN(value)
}
