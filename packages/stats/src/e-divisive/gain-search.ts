/**
 * Where part of a series is best cut in two. Known for each of its beginnings too, because the search meets them all: of
 * the part from `from` to before `end` the answer is at `end - from - 2`.
 */
export interface BestCuts {
  /** Positions in the series: the first of the second half. */
  readonly cuts: readonly number[]
  readonly gains: readonly number[]
}

/** Part of a window, which starts at `start`: from (included) to end (excluded), all positions in the series. */
export interface WindowPart {
  readonly start: number
  readonly from: number
  readonly end: number
}

/**
 * The search of E-divisive (Matteson and James, "A nonparametric approach for multiple change point analysis of
 * multivariate data", 2014) for one series and the distance |x - y|, as Apache Otava computes it
 * (otava/change_point_divisive/calculator.py). It takes n values X from the start of the part and the next m values Y, with
 * N = n + m, so that Q is largest:
 *
 *     Q = 2 / N sum|X - Y| - 2m / (N (n - 1)) sum|X - X'| - 2n / (N (m - 1)) sum|Y - Y'|
 *
 * Each pair counts once, and one value alone has the sum 0. The cut is between X and Y; where Y ends only helps to find it.
 *
 * Of equal gains the shortest X wins, then the shortest Y. Ties are common where a series has few different values, and
 * rounding decides them: so every sum here is added in the order of Otava's matrices, and Q is the same to the last bit.
 *
 * The time grows with the square of the length, the memory with the length.
 */
export function searchGains(values: Float64Array, { start, from, end }: WindowPart): BestCuts {
  const buffers = end - from <= ROOM ? SHARED : createBuffers(end - from)
  const cuts: number[] = []
  const gains: number[] = []
  const best: Best = { at: 0, gain: Number.NEGATIVE_INFINITY }
  for (let last = 0; last < end - from; last++) {
    buffers.part[last] = values[from + last] ?? 0
    if (last === 0) continue
    extendY(last, buffers)
    const earlier = distancesToEarlier(values, { start, from, at: from + last })
    tryEachX({ last, earlier }, buffers, best)
    cuts.push(from + best.at + 1)
    gains.push(best.gain)
  }
  return { cuts, gains }
}

/** All by position in the part, for a Y that ends with the value `last`. */
interface Buffers {
  /** The values of the part. */
  readonly part: Float64Array
  /** Distances from the value here to all behind it. */
  readonly ahead: Float64Array
  /** Distances of all pairs behind this position: where X ends here, those within Y. */
  readonly withinY: Float64Array
  /** Distances of all pairs up to this position: where X ends here, those within X. */
  readonly withinX: Float64Array
  /** 2m / (N (n - 1)) where X ends here, 0 where it is one value. From the other end, it is 2n / (N (m - 1)). */
  readonly weights: Float64Array
}

const ROOM = 128

/** For most searches, one after the other. V8 takes what never changes for granted, and is twice as fast with it. */
const SHARED = createBuffers(ROOM)

function createBuffers(length: number): Buffers {
  return {
    part: new Float64Array(length),
    ahead: new Float64Array(length),
    withinY: new Float64Array(length),
    withinX: new Float64Array(length),
    weights: new Float64Array(length),
  }
}

/** The best cut so far: X ends at `at`. */
interface Best {
  at: number
  gain: number
}

/** Takes the value at `last` into Y. */
function extendY(last: number, { part, ahead, withinY, weights }: Buffers): void {
  const value = part[last] ?? 0
  let pairs = 0
  ahead[last - 1] = 0
  for (let at = last - 1; at >= 0; at--) {
    const distances = (ahead[at] ?? 0) + Math.abs((part[at] ?? 0) - value)
    ahead[at] = distances
    withinY[at] = pairs
    pairs += distances
    weights[at] = at === 0 ? 0 : (2 * (last - at)) / ((last + 1) * at)
  }
}

/** Lets X end at each position before `last`, and notes by the way what X has within itself once it ends at `last`. */
function tryEachX(
  { last, earlier }: { readonly last: number; readonly earlier: number },
  { part, ahead, withinY, withinX, weights }: Buffers,
  best: Best,
): void {
  const value = part[last] ?? 0
  const weightBetween = 2 / (last + 1)
  let { at: bestAt, gain: bestGain } = best
  let distances = earlier
  let pairs = 0
  for (let at = 0; at < last; at++) {
    distances += Math.abs((part[at] ?? 0) - value)
    pairs += ahead[at] ?? 0
    const x = withinX[at] ?? 0
    const y = withinY[at] ?? 0
    const gain = weightBetween * (pairs - x) - (weights[at] ?? 0) * x - (weights[last - 1 - at] ?? 0) * y
    if (gain < bestGain || (gain === bestGain && at >= bestAt)) continue
    bestAt = at
    bestGain = gain
  }
  withinX[last] = (withinX[last - 1] ?? 0) + (distances - earlier)
  best.at = bestAt
  best.gain = bestGain
}

/**
 * Distances from the value at `at` to those of the window before the part. They are added first and taken away again,
 * because Otava has the sums over the whole window and subtracts: the last bits differ from a sum over the part.
 */
function distancesToEarlier(
  values: Float64Array,
  { start, from, at }: { start: number; from: number; at: number },
): number {
  const value = values[at] ?? 0
  let sum = 0
  for (let earlier = start; earlier < from; earlier++) sum += Math.abs((values[earlier] ?? 0) - value)
  return sum
}
