/**
 * The value below which a share of the values lies, from 0 (the smallest) to 1 (the largest), between two neighbours in
 * proportion: type 7 of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 50, 1996,
 * which is what R, NumPy, Bencher and spreadsheets take. NaN of no value.
 */
export function quantile(values: Iterable<number>, share: number): number {
  return quantileOfSorted(Float64Array.from(values).sort(), share)
}

/** @param sorted ascending */
export function quantileOfSorted(sorted: ArrayLike<number>, share: number): number {
  const place = share * (sorted.length - 1)
  const below = Math.floor(place)
  const [lower, upper] = [sorted[below], sorted[Math.ceil(place)]]
  if (lower === undefined || upper === undefined) return Number.NaN
  // Never -0, which no JSON keeps.
  return lower === upper ? lower + 0 : lower + (upper - lower) * (place - below)
}
