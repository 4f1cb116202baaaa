/** The middle value, or the mean of the two middle ones. NaN of none. */
export function median(values: Iterable<number>): number {
  return medianOfSorted(Float64Array.from(values).sort())
}

/** @param sorted ascending */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const middle = sorted.length >> 1
  const upper = sorted[middle]
  if (upper === undefined) return Number.NaN
  const lower = sorted.length % 2 === 1 ? upper : (sorted[middle - 1] ?? upper)
  // Halves first: the sum of two large values may be more than a double holds.
  return lower === upper ? upper : lower / 2 + upper / 2
}
