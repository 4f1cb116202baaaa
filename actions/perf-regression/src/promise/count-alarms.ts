import type { HistoryPolicy } from '../judging/series/history-policy.js'
import type { SeriesTraits } from '../judging/series/series-tracker.js'
import { SuiteTracker } from '../judging/series/suite-tracker.js'
import type { RunMatrix } from './unchanged-past.js'

/** Series that turned red in one run. Where nothing changed all of them are false. */
export interface AlarmingRun {
  /** Indexes, each once. */
  readonly series: readonly number[]
}

export interface CountedAlarms {
  /** Runs that were judged: those after the first, in which every series is young. */
  readonly runs: number
  readonly alarming: readonly AlarmingRun[]
}

export function countAlarms(
  pasts: readonly RunMatrix[],
  policy: HistoryPolicy,
  traits: readonly SeriesTraits[],
): CountedAlarms {
  const alarming: AlarmingRun[] = []
  let judged = 0
  for (const { runs, series, values } of pasts) {
    const tracker = new SuiteTracker(policy, traits)
    for (let run = 0; run < runs; run++) {
      tracker.take(values.subarray(run * series, (run + 1) * series), run)
      if (run < policy.minPoints) continue
      judged++
      const reds = tracker.takeNewReds()
      if (reds.length > 0) alarming.push({ series: reds })
    }
  }
  return { runs: judged, alarming }
}
