import { geometricMeanRatio } from '@testwarden/stats/geometric-mean'
import type { JudgedMetric } from './judged-metric.js'

/** Of what all times are to what they were; null where there are fewer than two. Other units are not mixed with them. */
export function overallRatio(judged: readonly JudgedMetric[]): number | null {
  const pairs = judged.flatMap(({ before, now, metric }) =>
    before === null || metric.kind !== 'benchmark' || metric.unit !== 'ns' ? [] : [{ before, now }],
  )
  if (pairs.length < 2) return null
  const mean = geometricMeanRatio(pairs.map(({ before, now }) => ({ before, after: now })))
  return mean.ok ? mean.ratio : null
}
