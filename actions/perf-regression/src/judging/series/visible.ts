import type { HistoryPolicy } from './history-policy.js'
import type { SeriesTracker } from './series-tracker.js'

/** How far beyond a threshold a slowdown must be, in sigmas, that points in a row mostly are: some for one, more for each. */
const MARGIN = 0.75
const MARGIN_OF_COMMIT = 0.25

/**
 * The smallest slowdown, as a logarithm, of which four in five are seen within five commits; NaN while the noise is not
 * known. The margins fit noise like that of docs/slowness.md, where `npm run simulate:perf` checks them.
 */
export function visibleSlowdown({ steps }: HistoryPolicy, tracker: SeriesTracker): number {
  const { noise } = tracker.baseline
  const reaches = steps.map(
    ({ commits, sigmas }) => tracker.thresholdOf(sigmas) + (MARGIN + MARGIN_OF_COMMIT * commits) * noise,
  )
  return Math.min(...reaches)
}
