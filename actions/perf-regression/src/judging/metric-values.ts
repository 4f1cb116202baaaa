import type { Finding } from '@testwarden/core/model/finding'
import { median } from '@testwarden/stats/median'
import type { MetricFacts } from '../facts.js'

/** The median of its processes' medians. */
export function medianOf({ processes }: Pick<MetricFacts, 'processes'>): number {
  return median(processes.map((process) => process.median))
}

/** Values of all processes together. */
export function roundsOf({ processes }: Pick<MetricFacts, 'processes'>): number {
  return processes.reduce((sum, { count }) => sum + count, 0)
}

export function findingAt({ place }: Pick<MetricFacts, 'place'>, finding: Omit<Finding, 'location'>): Finding {
  const location = place === null ? null : { path: place.path, startLine: place.line, endLine: place.line }
  return { ...finding, location }
}
