import { ascending } from '@testwarden/stats/ascending'
import { medianOfSorted } from '@testwarden/stats/median'

/** The values that a benchmark is compared by. */
export interface Sample {
  /** Ascending; at least one. */
  readonly values: readonly number[]
  readonly of: 'processes' | 'iterations'
}

/**
 * The unit of replication is the process: iterations inside one share its memory layout, its compiled code and its luck.
 * So where there are several processes, each counts once, by its median. The iterations of an only process are all that
 * there is to compare; whoever does must say so.
 */
export function sampleOf(processes: readonly (readonly number[])[]): Sample {
  const [only = []] = processes
  if (processes.length === 1) return { values: ascending(only), of: only.length > 1 ? 'iterations' : 'processes' }
  return { values: ascending(processes.map((values) => medianOfSorted(ascending(values)))), of: 'processes' }
}
