import { pairwiseSum } from './pairwise-sum.js'

/** Part of a series: from (included) to end (excluded), never empty. */
export interface Segment {
  readonly from: number
  readonly end: number
}

export interface SegmentSummary {
  readonly count: number
  readonly mean: number
  /** Of the values as a population: divided by their count, as `numpy.std` does unless it is told otherwise. */
  readonly deviation: number
}

/** Summaries of parts of one series; they share a buffer, because thousands are asked for. */
export function createSummarizer(values: Float64Array): (segment: Segment) => SegmentSummary {
  const squares = new Float64Array(values.length)
  return ({ from, end }) => {
    const count = end - from
    const mean = pairwiseSum(values, from, end) / count
    for (let at = from; at < end; at++) {
      const gap = (values[at] ?? 0) - mean
      squares[at] = gap * gap
    }
    return { count, mean, deviation: Math.sqrt(pairwiseSum(squares, from, end) / count) }
  }
}
