import type { JudgedDirection } from '../../config/benchmark-rules-field.js'

/**
 * What is judged together: series of one job, matrix cell and processor that the same run measures. A machine that is slow
 * for a while slows all of them, so they are things of one kind: times and rates, never sizes beside times.
 */
export interface Suite {
  /** Oldest first along first parents; the last one may be that of the present run. */
  readonly commits: readonly SuiteCommit[]
  readonly series: readonly Series[]
}

export interface SuiteCommit {
  readonly sha: string
  /** What the reference kernel took, in nanoseconds; null where it did not run. */
  readonly kernelNs: number | null
}

/** One metric of one benchmark, or one test. */
export interface Series {
  /** Unique in the suite. */
  readonly key: string
  readonly direction: Exclude<JudgedDirection, 'exact'>
  /** By the indexes of {@link Suite.commits}, one point per commit, in the unit of the series; null: not measured. */
  readonly values: readonly (number | null)[]
  /** Sha of the commit whose value was accepted as the new baseline; null: none was. */
  readonly acceptedAt: string | null
  /** The smallest slowdown that counts, as a share such as 0.05; null: that of the policy. */
  readonly minEffect: number | null
}
