import { median } from '@testwarden/stats/median'
import type { SuiteReplay } from './replay-suite.js'
import type { Suite, SuiteCommit } from './suite.js'

/**
 * Why the whole run shifted: `machine`: the reference kernel, which no change of the code touches, shifted with it; `code`:
 * it did not; `unknown`: it was not measured, or says neither.
 */
export type ShiftCause = 'machine' | 'code' | 'unknown'

/** What the benchmarks of a run had in common, which no single one is judged by. Ratios above 1 are worse. */
export interface ShiftJudgement {
  /** As of a series. */
  readonly state: 'regressed' | 'mending' | 'provisional' | 'unchanged' | 'unknown'
  /** Whether it fails the run: confirmed, with points enough, and the code's doing. */
  readonly isRed: boolean
  /** Of what shifted to what was usual; null where nothing shifted. */
  readonly ratio: number | null
  /** First commit of it. */
  readonly since: string | null
  readonly cause: ShiftCause | null
}

/** A kernel that shifted by this share of what the run shifted by explains it; by less than the other, it does not. */
const EXPLAINS = 0.5
const DOES_NOT = 0.25

const FEWEST_KERNELS = 5
const RECENT_KERNELS = 30

export function judgeShift({ commits }: Suite, { tracker, shifts }: SuiteReplay): ShiftJudgement {
  const { whole } = tracker
  const isKnown = !Number.isNaN(shifts.at(-1) ?? Number.NaN)
  const { regression, streak } = whole
  const since = regression?.since ?? (streak.side === 1 ? streak.since : null)
  if (since === null) {
    return { state: isKnown ? 'unchanged' : 'unknown', isRed: false, ratio: null, since: null, cause: null }
  }
  const level = regression?.level ?? median(streak.values)
  const shift = level - whole.baseline.level
  const cause = causeOf(commits, since, shift)
  const isConfirmed = regression !== null && regression.mended.length === 0
  return {
    state: regression === null ? 'provisional' : isConfirmed ? 'regressed' : 'mending',
    isRed: isConfirmed && !whole.isYoung && cause === 'code' && isKnown,
    ratio: Math.exp(shift),
    since: commits[since]?.sha ?? null,
    cause,
  }
}

/** Compares the kernel's scores since then with those before. */
function causeOf(commits: readonly SuiteCommit[], since: number, shift: number): ShiftCause {
  const before = kernelsOf(commits.slice(0, since)).slice(-RECENT_KERNELS)
  const after = kernelsOf(commits.slice(since))
  if (before.length < FEWEST_KERNELS || after.length === 0) return 'unknown'
  const explained = (median(after) - median(before)) / shift
  if (explained >= EXPLAINS) return 'machine'
  return explained <= DOES_NOT ? 'code' : 'unknown'
}

/** Logarithms. */
function kernelsOf(commits: readonly SuiteCommit[]): readonly number[] {
  return commits.flatMap(({ kernelNs }) => (kernelNs !== null && kernelNs > 0 ? [Math.log(kernelNs)] : []))
}
