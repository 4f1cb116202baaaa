import { studentTTwoSided } from '../student-t.js'
import type { SegmentSummary } from './segment-summary.js'

/**
 * The chance that two segments of the same level differ as much as these, by Student's two-sided t-test with pooled
 * variance: `scipy.stats.ttest_ind_from_stats`, with the deviations of populations, as Apache Otava calls it
 * (otava/analysis.py, `TTestSignificanceTester`). Student meant those of samples, which are larger; so this is bolder than
 * the textbook, most of all for short segments. 1 for two values. NaN where nothing varies and both means are equal.
 */
export function pooledTTest(left: SegmentSummary, right: SegmentSummary): number {
  const df = left.count + right.count - 2
  if (df <= 0) return 1
  const squares = (left.count - 1) * square(left.deviation) + (right.count - 1) * square(right.deviation)
  const error = Math.sqrt((squares / df) * (1 / left.count + 1 / right.count))
  return studentTTwoSided((left.mean - right.mean) / error, df)
}

/** Not by `**`, which rounds differently before and after V8 compiles it. */
function square(value: number): number {
  return value * value
}
