import type { TestAttempt, TestCase, TestStatus } from './test-run.js'

/** Each case counts once, by its status; `flaky` ones are among the passed. */
export interface TestTotals {
  readonly cases: number
  readonly passed: number
  readonly failed: number
  readonly errored: number
  readonly skipped: number
  readonly flaky: number
}

export const NO_TESTS: TestTotals = { cases: 0, passed: 0, failed: 0, errored: 0, skipped: 0, flaky: 0 }

/** Our recount: the only totals that a gate judges. */
export function countTests(cases: Iterable<Pick<TestCase, 'status' | 'attempts'>>): TestTotals {
  const counts: Record<TestStatus, number> = { passed: 0, failed: 0, errored: 0, skipped: 0 }
  let flaky = 0
  for (const testCase of cases) {
    counts[testCase.status]++
    if (isFlaky(testCase.attempts)) flaky++
  }
  const all = counts.passed + counts.failed + counts.errored + counts.skipped
  return { cases: all, ...counts, flaky }
}

export function addTestTotals(left: TestTotals, right: TestTotals): TestTotals {
  return {
    cases: left.cases + right.cases,
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    errored: left.errored + right.errored,
    skipped: left.skipped + right.skipped,
    flaky: left.flaky + right.flaky,
  }
}

/** A failed and a passed attempt of one case in one run. */
function isFlaky(attempts: readonly Pick<TestAttempt, 'status'>[]): boolean {
  return attempts.some(({ status }) => isFailing(status)) && attempts.some(({ status }) => status === 'passed')
}

export function isFailing(status: TestStatus): boolean {
  return status === 'failed' || status === 'errored'
}

/** The status of a case with these attempts; skipped when there are none, or none ran. */
export function statusOfAttempts(attempts: readonly Pick<TestAttempt, 'status'>[]): TestStatus {
  if (attempts.some(({ status }) => status === 'passed')) return 'passed'
  // An attempt that was skipped takes no failure back.
  return attempts.findLast(({ status }) => status !== 'skipped')?.status ?? 'skipped'
}
