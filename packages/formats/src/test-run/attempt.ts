import type { TestAttempt, TestFailure, TestStatus } from '@testwarden/core/model/test-run'
import type { JsonScalar } from '../json/visitor.js'
import { microsecondsOfSeconds } from './duration.js'

const NO_WORDS: TestFailure = { type: null, message: '', trace: '' }
/** More attempts than any tool makes: a count of a report may be anything. */
const MAX_UNTOLD = 1_000
const MILLISECONDS = 1_000

/** Attempts that a report only counts: they failed, and nobody knows how. */
export function untoldFailures(count: number): readonly TestAttempt[] {
  return Array.from({ length: Math.min(Math.max(count, 0), MAX_UNTOLD) }, () => UNTOLD_FAILURE)
}

const UNTOLD_FAILURE: TestAttempt = { status: 'failed', durationUs: null, failure: NO_WORDS }

/** An attempt with its failure, which only one that failed or errored has. */
export function attemptOf(status: TestStatus, durationUs: number | null, failure: TestFailure): TestAttempt {
  return { status, durationUs, failure: status === 'passed' || status === 'skipped' ? null : failure }
}

/** Whole microseconds of a duration in milliseconds; null for what is none. */
export function microsecondsOfMilliseconds(value: JsonScalar | undefined): number | null {
  return typeof value === 'number' ? microsecondsOfSeconds(value / MILLISECONDS) : null
}

/** Milliseconds since 1970 as ISO 8601; null for what is no moment of these centuries. */
export function instantOfMilliseconds(value: number | null): string | null {
  return value !== null && value >= EARLIEST && value < LATEST ? new Date(value).toISOString() : null
}

const EARLIEST = Date.UTC(2000, 0)
const LATEST = Date.UTC(2100, 0)

/** A case that says itself how long it took, all attempts together. */
export function sumOfAttempts(attempts: readonly TestAttempt[]): number | null {
  const timed = attempts.flatMap(({ durationUs }) => (durationUs === null ? [] : [durationUs]))
  return timed.length === 0 ? null : timed.reduce((sum, durationUs) => sum + durationUs, 0)
}
