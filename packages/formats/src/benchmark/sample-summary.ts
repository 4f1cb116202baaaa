import type { SampleSummary } from '@testwarden/core/model/benchmark'

/** A summary of which nothing is known, to be spread and filled in. */
export const NO_SUMMARY: SampleSummary = {
  count: null,
  min: null,
  max: null,
  mean: null,
  median: null,
  stddev: null,
  q1: null,
  q3: null,
}

/** The value that stands for all of them: half are slower, half are faster. The mean where nobody tells that. */
export function typicalValue({ median, mean }: SampleSummary): number | null {
  return median ?? mean
}

/** The same in another unit. What is no finite number, or negative, is unknown. */
export function scaledSummary({ count, ...values }: SampleSummary, factor: number): SampleSummary {
  const scaled = (value: number | null): number | null => {
    const product = value === null ? Number.NaN : value * factor
    return Number.isFinite(product) && product >= 0 ? product : null
  }
  const { min, max, mean, median, stddev, q1, q3 } = values
  return {
    count: count !== null && Number.isSafeInteger(count) && count >= 0 ? count : null,
    min: scaled(min),
    max: scaled(max),
    mean: scaled(mean),
    median: scaled(median),
    stddev: scaled(stddev),
    q1: scaled(q1),
    q3: scaled(q3),
  }
}
