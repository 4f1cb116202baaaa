import { streakBelow } from '@testwarden/stats/streak-chance'
import type { Diagnosis } from './diagnose.js'
import { UNLIKELY } from './evidence.js'

export type QuarantineStanding = 'valid' | 'expired' | 'none'

/** Whether a failure is excused, and if not, why. */
export type Excuse =
  /** `isProven`: it passed in this run. Else the reruns ended before that was sure. */
  | { readonly kind: 'excused'; readonly isProven: boolean }
  | { readonly kind: 'not-excused'; readonly because: NoExcuse }

/**
 * `no-flake`: neither proven nor known; `unlikely`: fails more often in this run than the flake does; `touched`: unproven,
 * and the change touches the test.
 */
export type NoExcuse = 'no-flake' | 'no-quarantine' | 'expired' | 'unlikely' | 'touched'

/**
 * Excused is a proven or known flake under a valid quarantine, whose failures in this run the flake explains. One that
 * did not pass in this run is excused unproven, and only if the change leaves the test alone.
 */
export function judgeExcuse(failure: {
  readonly diagnosis: Diagnosis
  readonly quarantine: QuarantineStanding
  readonly isTouched: boolean
}): Excuse {
  const { diagnosis, quarantine, isTouched } = failure
  const isProven = diagnosis.kind === 'proven-flake'
  if (!isProven && diagnosis.kind !== 'known-flake') return refuse('no-flake')
  if (quarantine === 'none') return refuse('no-quarantine')
  if (quarantine === 'expired') return refuse('expired')
  if (isUnlikely(diagnosis)) return refuse('unlikely')
  if (!isProven && isTouched) return refuse('touched')
  return { kind: 'excused', isProven }
}

/**
 * How many more attempts would have to fail until the flake no longer explains them: reruns go on until a pass or until
 * then. 0: another attempt changes nothing. One attempt is always worth it where nothing is decided yet, because a pass
 * proves a flake.
 */
export function attemptsToSettle(diagnosis: Diagnosis): number {
  if (diagnosis.here.passed > 0 || diagnosis.kind === 'broken-since') return 0
  if (diagnosis.evidence === 0) return 1
  return Math.max(1, streakBelow(diagnosis, UNLIKELY) - diagnosis.streakAttempts)
}

/** One failure that a pass follows is what a flake looks like, however rare the flake; more must be explained. */
function isUnlikely({ chance, here }: Diagnosis): boolean {
  return chance < UNLIKELY && (here.passed === 0 || here.failed > 1)
}

function refuse(because: NoExcuse): Excuse {
  return { kind: 'not-excused', because }
}
