import { medianOfSorted } from './median.js'
import { normalCdf, normalQuantile } from './normal.js'

/** A median and how far from it the true one may lie. */
export interface MedianInterval {
  readonly median: number
  /** -Infinity and Infinity where there are too few values to say: {@link fewestForInterval}. */
  readonly low: number
  readonly high: number
  /** How sure the interval really is, from 0 to 1: at least what was asked for. */
  readonly confidence: number
}

/** From here on the binomial distribution is near enough to a normal one, and costs time. */
const MOST_EXACT = 30

/**
 * Median of values with its confidence interval, of which nothing is assumed but that they are independent: the interval
 * ends in two of the values. How many values lie below the true median is binomial with a chance of one half, so the
 * places around the middle are added up until their chance reaches the confidence. As benchstat takes them; where left and
 * right weigh the same, left first (of 21 to 30 values benchstat may take right, as rounding in its logarithms has it: at
 * 0.95 for 24 values).
 * @param confidence from 0 to 1, such as 0.95
 * @see https://pkg.go.dev/github.com/aclements/go-moremath/stats#QuantileCI
 */
export function medianInterval(values: Iterable<number>, confidence: number): MedianInterval {
  return medianIntervalOfSorted(Float64Array.from(values).sort(), confidence)
}

/** @param sorted ascending */
export function medianIntervalOfSorted(sorted: ArrayLike<number>, confidence: number): MedianInterval {
  const places = medianPlaces(sorted.length, confidence)
  return {
    median: medianOfSorted(sorted),
    low: sorted[places.low - 1] ?? Number.NEGATIVE_INFINITY,
    high: sorted[places.high - 1] ?? Number.POSITIVE_INFINITY,
    confidence: places.confidence,
  }
}

/** Which of the sorted values end the interval, from 1 on: 0 and one more than there are lie outside of all of them. */
export interface MedianPlaces {
  readonly low: number
  readonly high: number
  readonly confidence: number
}

export function medianPlaces(count: number, confidence: number): MedianPlaces {
  if (confidence >= 1) return { low: 0, high: count + 1, confidence: 1 }
  if (count > MOST_EXACT) return normalPlaces(count, confidence)
  if (known.confidence !== confidence) known = { confidence, places: [] }
  known.places[count] ??= exactPlaces(count, confidence)
  return known.places[count]
}

/** Thousands of medians are of the same few counts, and of one confidence. */
let known: { readonly confidence: number; readonly places: MedianPlaces[] } = { confidence: 0, places: [] }

/** The fewest values whose interval has two ends: 1 - 2^(1 - n) must reach the confidence. 6 for 0.95. */
export function fewestForInterval(confidence: number): number {
  if (confidence >= 1) return Number.POSITIVE_INFINITY
  return Math.max(2, Math.ceil(1 - Math.log2(1 - confidence)))
}

/**
 * How wide an interval is beside its centre, as benchstat shows it behind ±: 0.02 where it reaches 2 % up or down.
 * Infinity where it has no end, null where it goes past 0: that is no share of anything.
 */
export function relativeSpread({ median, low, high }: Omit<MedianInterval, 'confidence'>): number | null {
  if (!Number.isFinite(low) || !Number.isFinite(high)) return Number.POSITIVE_INFINITY
  if (Math.sign(low) !== Math.sign(median) || Math.sign(high) !== Math.sign(median)) return null
  return median === 0 ? 0 : Math.max(high - median, median - low) / Math.abs(median)
}

/** Between the values at `low` and `high` lie the gaps from `low` to `high - 1`; gap k has k values below it. */
function exactPlaces(count: number, confidence: number): MedianPlaces {
  const chances = gapChances(count)
  let low = Math.ceil((count + 1) / 2) - 1
  let high = low + 1
  let sum = chances[low] ?? 0
  while (sum < confidence && high - low <= count) {
    const [left, right] = [chances[low - 1] ?? 0, chances[high] ?? 0]
    if (left >= right) low--
    else high++
    sum += Math.max(left, right)
  }
  return { low, high, confidence: sum }
}

/** Chance that k of the values lie below the true median, for each k. */
function gapChances(count: number): readonly number[] {
  const chances = [0.5 ** count]
  for (let below = 1; below <= count; below++) chances.push(((chances[below - 1] ?? 0) * (count - below + 1)) / below)
  return chances
}

/** With half a gap as continuity correction, rounded outwards; one gap less at the right where that is still enough. */
function normalPlaces(count: number, confidence: number): MedianPlaces {
  const centre = count / 2
  const sigma = Math.sqrt(count) / 2
  const reach = -sigma * normalQuantile((1 - confidence) / 2)
  const low = Math.floor(centre - reach - 0.5) + 1
  const end = Math.ceil(centre + reach - 0.5) + 1
  const chanceUpTo = (place: number) => normalCdf((place - 0.5 - centre) / sigma)
  const chanceWithin = (place: number) => chanceUpTo(place) - chanceUpTo(low)
  const high = chanceWithin(end - 1) >= confidence ? end - 1 : end
  if (low <= 0 && high > count) return { low: 0, high: count + 1, confidence: 1 }
  return { low: Math.max(low, 0), high: Math.min(high, count + 1), confidence: chanceWithin(high) }
}
