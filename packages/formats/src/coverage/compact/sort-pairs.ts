/** Two arrays of which entries at the same index belong together. */
export interface Pairs {
  readonly keys: number[]
  readonly values: number[]
}

/** Heapsort by key of the first `length` entries, in place: never slow, whatever comes in, and without memory of its own. */
export function sortPairs(pairs: Pairs, length: number): void {
  for (let root = (length >>> 1) - 1; root >= 0; root--) sift(pairs, root, length)
  for (let end = length - 1; end > 0; end--) {
    swap(pairs, 0, end)
    sift(pairs, 0, end)
  }
}

/** Lets an entry sink until none below it has a larger key. */
function sift(pairs: Pairs, from: number, end: number): void {
  const { keys } = pairs
  let root = from
  for (let child = 2 * root + 1; child < end; child = 2 * root + 1) {
    if (child + 1 < end && (keys[child] ?? 0) < (keys[child + 1] ?? 0)) child++
    if ((keys[root] ?? 0) >= (keys[child] ?? 0)) return
    swap(pairs, root, child)
    root = child
  }
}

function swap({ keys, values }: Pairs, left: number, right: number): void {
  const key = keys[left] ?? 0
  const value = values[left] ?? 0
  keys[left] = keys[right] ?? 0
  values[left] = values[right] ?? 0
  keys[right] = key
  values[right] = value
}
