import type { JudgedMetric } from './judged-metric.js'

/** Of the ratios of all benchmarks that have one; null where there are fewer than two. */
export function overallRatio(judged: readonly JudgedMetric[]): number | null {
  const ratios = judged.flatMap(({ ratio, metric }) => (ratio === null || metric.kind !== 'benchmark' ? [] : [ratio]))
  if (ratios.length < 2) return null
  return Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
}
