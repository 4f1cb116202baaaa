import { median } from '@testwarden/stats/median'
import { signedRank } from '@testwarden/stats/signed-rank'
import { costSignOf, logCosts } from './cost-ratios.js'
import type { PairedMetric } from './facts.js'
import type { PairPolicy } from './pair-policy.js'

/** Of 8 pairs two may be on the better side. Whoever is a candidate without a reason costs time, and nothing else. */
const MOST_P = 0.11

/** Whether a metric may have become worse, so that fresh pairs must decide. The one look at the screen. */
export function isCandidate(metric: Omit<PairedMetric, 'isCandidate' | 'confirm'>, policy: PairPolicy): boolean {
  const limit = metric.presence === 'both' && metric.baseUnit === null ? policy.limitOf(metric) : null
  if (limit === null || metric.screen.length === 0) return false
  const logs = logCosts(metric.screen, costSignOf(limit, metric.screen))
  if (logs === null || median(logs) <= Math.log1p(limit.tolerance)) return false
  return (signedRank(logs, 'greater')?.pValue ?? 1) <= MOST_P
}
