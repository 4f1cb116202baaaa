import { pooledTTest } from './pooled-t-test.js'
import { createSummarizer, type Segment } from './segment-summary.js'

/** Where the level of a series of numbers changed. */
export interface SeriesChangePoint {
  /** Position of the first value after the change, from 1. */
  readonly index: number
  /** The chance that the segments on both sides differ as much by luck, from 0 to 1. */
  readonly pValue: number
  /** How much larger the larger mean is than the smaller: 0.25 both for 4 to 5 and for 5 to 4. */
  readonly magnitude: number
  /** Of the segment from the change point before, or from the start. */
  readonly meanBefore: number
  /** Of the segment to the next change point, or to the end. */
  readonly meanAfter: number
}

/** What a cut at `index` inside a part of the series says of the two sides. */
export type JudgeCut = (index: number, part: Segment) => SeriesChangePoint

export function createJudge(values: Float64Array): JudgeCut {
  const summarize = createSummarizer(values)
  return (index, { from, end }) => {
    const left = summarize({ from, end: index })
    const right = summarize({ from: index, end })
    const forth = Math.abs(relativeChange(left.mean, right.mean))
    const back = Math.abs(relativeChange(right.mean, left.mean))
    return {
      index,
      pValue: pooledTTest(left, right),
      magnitude: Math.max(forth, back),
      meanBefore: left.mean,
      meanAfter: right.mean,
    }
  }
}

/** As Apache Otava has it: from 0 there is no relative change, so it says 0. */
function relativeChange(before: number, after: number): number {
  return before === 0 ? 0 : after / before - 1
}
