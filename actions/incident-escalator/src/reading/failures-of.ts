import { statusOf } from '@testwarden/failures/tests/outcome-text'
import type { ReadTests } from '@testwarden/failures/tests/read-tests'
import type { FailureFacts, TestFact } from '@testwarden/failures/tests/test-facts'
import type { FailedTest, LegFacts } from '../facts.js'

/** What of all tests of a job an incident may be of. */
export function failuresOf({ reports, tests, failures }: ReadTests): Pick<LegFacts, 'reports' | 'ran' | 'failed'> {
  const byKey = new Map(failures.map((failure) => [failure.key, failure]))
  return {
    reports: reports.map(({ path }) => path),
    ran: tests.filter(({ outcome }) => statusOf(outcome) !== 'skipped').length,
    failed: tests.flatMap((test) => failedTest(test, byKey.get(test.key))),
  }
}

/** What its last attempt said: a test that passed when it was tried again failed nobody. */
function failedTest({ key, outcome, file, tags }: TestFact, facts: FailureFacts | undefined): FailedTest[] {
  const status = statusOf(outcome)
  if (status !== 'failed' && status !== 'errored') return []
  const failure = facts?.failures.at(-1) ?? { type: null, message: '', trace: '' }
  return [{ key, file, tags, failure, place: facts?.place ?? null, owners: facts?.owners ?? [] }]
}
