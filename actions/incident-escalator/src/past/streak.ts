import type { IncidentRecord } from './incident-record.js'

/** One run of the default branch, of the same workflow and variant. */
export interface PastRun {
  readonly sha: string
  /** GITHUB_RUN_ID */
  readonly run: string
  /** ISO 8601, UTC. */
  readonly time: string
  readonly record: Pick<IncidentRecord, 'signals' | 'isWhole'>
}

/** How a trouble stands at the last of some runs. Of its two counts one is 0; both: no run tells anything of it. */
export interface Streak {
  readonly badRuns: number
  readonly greenRuns: number
  /** Of the bad runs in a row, the first; null where there is none. */
  readonly firstBad: PastRun | null
  /** The run before that; null where nobody knows one. The commits between the two are those that may have done it. */
  readonly lastGood: PastRun | null
  /** The first of the green runs in a row: its commit, or one since the last bad run, mended it. */
  readonly firstGreen: PastRun | null
  readonly lastBad: PastRun | null
}

/**
 * @param runs oldest first, the present one last
 * @param keys all names of the trouble
 */
export function streakOf(runs: readonly PastRun[], keys: ReadonlySet<string>): Streak {
  const told = runs.flatMap((run) => {
    const isBad = isBadIn(run, keys)
    // What was not read to its end shows no green.
    return isBad || run.record.isWhole ? [{ run, isBad }] : []
  })
  const isBadNow = told.at(-1)?.isBad ?? false
  const begin = told.findLastIndex(({ isBad }) => isBad !== isBadNow) + 1
  const [count, first, before] = [told.length - begin, told[begin]?.run ?? null, told[begin - 1]?.run ?? null]
  return isBadNow
    ? { badRuns: count, greenRuns: 0, firstBad: first, lastGood: before, firstGreen: null, lastBad: null }
    : { badRuns: 0, greenRuns: count, firstBad: null, lastGood: null, firstGreen: first, lastBad: before }
}

export function isBadIn({ record }: Pick<PastRun, 'record'>, keys: ReadonlySet<string>): boolean {
  return record.signals.some(({ key }) => keys.has(key))
}
