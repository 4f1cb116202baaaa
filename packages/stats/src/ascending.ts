/** Up to so many values the simplest way of sorting is the fastest. */
const FEW = 32

/** The values in ascending order, NaN last, as a list of its own. Made for many short lists. */
export function ascending(values: readonly number[]): number[] {
  return values.length > FEW ? [...new Float64Array(values).sort()] : insertInOrder(values.slice())
}

function insertInOrder(sorted: number[]): number[] {
  for (let next = 1; next < sorted.length; next++) {
    const value = sorted[next] ?? Number.NaN
    let place = next
    for (; place > 0; place--) {
      const before = sorted[place - 1] ?? Number.NaN
      if (before <= value || Number.isNaN(value)) break
      sorted[place] = before
    }
    sorted[place] = value
  }
  return sorted
}
