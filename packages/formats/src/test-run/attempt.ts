import type { TestAttempt, TestFailure, TestStatus } from '@testwarden/core/model/test-run'

const NO_WORDS: TestFailure = { type: null, message: '', trace: '' }
/** More attempts than any tool makes: a count of a report may be anything. */
const MAX_UNTOLD = 1_000

/** Attempts that a report only counts: they failed, and nobody knows how. */
export function untoldFailures(count: number): readonly TestAttempt[] {
  if (count <= 0) return []
  return Array.from({ length: Math.min(count, MAX_UNTOLD) }, () => UNTOLD_FAILURE)
}

const UNTOLD_FAILURE: TestAttempt = { status: 'failed', durationUs: null, failure: NO_WORDS }

/** An attempt with its failure, which only one that failed or errored has. */
export function attemptOf(status: TestStatus, durationUs: number | null, failure: TestFailure): TestAttempt {
  return { status, durationUs, failure: status === 'passed' || status === 'skipped' ? null : failure }
}

/** Whole microseconds of all attempts that are timed; null where none is. */
export function sumOfAttempts(attempts: readonly TestAttempt[]): number | null {
  const timed = attempts.flatMap(({ durationUs }) => (durationUs === null ? [] : [durationUs]))
  return timed.length === 0 ? null : timed.reduce((sum, durationUs) => sum + durationUs, 0)
}
