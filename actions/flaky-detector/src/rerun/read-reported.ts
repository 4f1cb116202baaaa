import type { RunCommand } from '@testwarden/core/model/request'
import type { TestAttempt, TestCase, TestFailure, TestRunReport } from '@testwarden/core/model/test-run'
import type { WrittenFiles } from '@testwarden/core/ports/exec'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { readReports } from '@testwarden/intake/read-reports'
import {
  MAX_RERUN_ATTEMPTS,
  MAX_RERUN_FAILURES,
  MAX_RERUN_PROBLEMS,
  MAX_RERUN_TESTS,
  MAX_RERUN_TEXT,
  type ReportedRerun,
  type RerunTest,
} from './reported-rerun.js'

/** Whatever a command wrote. */
const ALL = '.'
const PROBLEM_CHARACTERS = 500

/** Reads all that a rerun wrote. Nothing is judged, not even whether these are the tests that it was asked for. */
export async function readReported(_: RunCommand, { files, child }: WrittenFiles): Promise<ReportedRerun> {
  const problems = child.isTruncated ? ['Its output was too long and was cut.'] : []
  if ((await files.find(ALL)).length === 0) return { tests: [], leftOut: 0, problems }
  const tests: RerunTest[] = []
  let leftOut = 0
  for await (const report of readReports({ patterns: [ALL], format: null, formats: testRunFormats }, files)) {
    if (!report.ok) {
      problems.push(`${report.path}: ${report.error.message}`)
      continue
    }
    if (report.partial) problems.push(`${report.path} ends early: tests behind its end are not known.`)
    if (report.duplicateOf === null)
      for (const test of testsThatRan(report.model, report.format)) {
        if (tests.length < MAX_RERUN_TESTS) tests.push(test)
        else leftOut++
      }
  }
  return {
    tests: withFewTexts(tests),
    leftOut,
    problems: problems.slice(0, MAX_RERUN_PROBLEMS).map((text) => text.slice(0, PROBLEM_CHARACTERS)),
  }
}

function* testsThatRan({ dialect, cases }: TestRunReport, format: string): Generator<RerunTest> {
  for (const testCase of cases) {
    const attempts = attemptsOf(testCase)
    if (attempts.length === 0) continue
    const { suite, className, name, file } = testCase
    yield { suite, className, name, file, format: dialect ?? format, attempts }
  }
}

/** A case of one plain attempt lists none. */
function attemptsOf({ status, durationUs, attempts }: TestCase): readonly TestAttempt[] {
  const all = attempts.length === 0 ? [{ status, durationUs, failure: null }] : attempts
  return all
    .filter((attempt) => attempt.status !== 'skipped')
    .slice(-MAX_RERUN_ATTEMPTS)
    .map((attempt) => ({ ...attempt, failure: attempt.failure === null ? null : clipped(attempt.failure) }))
}

function withFewTexts(tests: readonly RerunTest[]): readonly RerunTest[] {
  let texts = 0
  return tests.map((test) => ({
    ...test,
    attempts: test.attempts.map((attempt) =>
      attempt.failure === null || texts++ < MAX_RERUN_FAILURES ? attempt : { ...attempt, failure: null },
    ),
  }))
}

function clipped({ type, message, trace }: TestFailure): TestFailure {
  return { type, message: message.slice(0, MAX_RERUN_TEXT), trace: trace.slice(0, MAX_RERUN_TEXT) }
}
