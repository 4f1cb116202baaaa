/** Below this many values there is one running sum. */
const FEWEST = 8

/** Above this many values the sum of halves is taken. */
const BLOCK = 128

/**
 * The sum of the values from `from` to before `end`, added pairwise, in the very order of NumPy (`pairwise_sum` of
 * numpy/_core/src/umath/loops_utils.h.src): eight running sums for up to 128 values, halves of more. The error grows with
 * the logarithm of the count, and means are NumPy's to the last bit.
 */
export function pairwiseSum(values: Float64Array, from: number, end: number): number {
  const count = end - from
  if (count < FEWEST) return plainSum(values, from, end)
  if (count <= BLOCK) return sumOfEight(values, from, end)
  const half = count >> 1
  const middle = from + half - (half % FEWEST)
  return pairwiseSum(values, from, middle) + pairwiseSum(values, middle, end)
}

function plainSum(values: Float64Array, from: number, end: number): number {
  let sum = 0
  for (let at = from; at < end; at++) sum += values[at] ?? 0
  return sum
}

function sumOfEight(values: Float64Array, from: number, end: number): number {
  const whole = end - ((end - from) % FEWEST)
  let [a, b, c, d, e, f, g, h] = [0, 0, 0, 0, 0, 0, 0, 0]
  for (let at = from; at < whole; at += FEWEST) {
    a += values[at] ?? 0
    b += values[at + 1] ?? 0
    c += values[at + 2] ?? 0
    d += values[at + 3] ?? 0
    e += values[at + 4] ?? 0
    f += values[at + 5] ?? 0
    g += values[at + 6] ?? 0
    h += values[at + 7] ?? 0
  }
  let sum = a + b + (c + d) + (e + f + (g + h))
  for (let at = whole; at < end; at++) sum += values[at] ?? 0
  return sum
}
