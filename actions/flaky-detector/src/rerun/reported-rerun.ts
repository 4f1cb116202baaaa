import {
  type FactReader,
  integerFact,
  listFact,
  nullableFact,
  objectFact,
  readFacts,
  shapedFact,
  textFact,
} from '@testwarden/core/evidence-fold/read-facts'
import { MAX_MESSAGE, MAX_TRACE, type TestAttempt, type TestStatus } from '@testwarden/core/model/test-run'
import type { SelectedTest } from '../selectors/selector.js'

/** What one rerun reported: plain JSON, small enough for the evidence. */
export interface ReportedRerun {
  /** Tests that ran; those that were skipped are left out, as runners list all that were not selected. */
  readonly tests: readonly RerunTest[]
  /** Tests that ran and were too many to keep. */
  readonly leftOut: number
  /** What could not be read, for people. */
  readonly problems: readonly string[]
}

export interface RerunTest extends SelectedTest {
  /** At least one, in the order in which they ran. */
  readonly attempts: readonly TestAttempt[]
}

/** A runner that cannot name a test alone runs its whole file or class. */
export const MAX_RERUN_TESTS = 1_000
export const MAX_RERUN_ATTEMPTS = 100
export const MAX_RERUN_PROBLEMS = 20
/** Failed attempts beyond these keep no text, so that ten rounds fit into the evidence. */
export const MAX_RERUN_FAILURES = 100
/** Of a message or a trace; the report of the run itself has more of it. */
export const MAX_RERUN_TEXT = 4_000

const NAME_CHARACTERS = 20_000
const SUITES_MAX = 100

const name = textFact(NAME_CHARACTERS)
const STATUSES: ReadonlySet<string> = new Set<TestStatus>(['passed', 'failed', 'errored', 'skipped'])
const status = shapedFact('a status', (text) => STATUSES.has(text)) as FactReader<TestStatus>

const attempt = objectFact<TestAttempt>({
  status,
  durationUs: nullableFact(integerFact()),
  failure: nullableFact(
    objectFact({ type: nullableFact(name), message: textFact(MAX_MESSAGE), trace: textFact(MAX_TRACE) }),
  ),
})

const reportedRerun = objectFact<ReportedRerun>({
  tests: listFact(
    objectFact<RerunTest>({
      suite: listFact(name, SUITES_MAX),
      className: nullableFact(name),
      name,
      file: nullableFact(name),
      format: name,
      attempts: listFact(attempt, MAX_RERUN_ATTEMPTS),
    }),
    MAX_RERUN_TESTS,
  ),
  leftOut: integerFact(),
  problems: listFact(name, MAX_RERUN_PROBLEMS),
})

/** @throws ReportError naming the place that is wrong: evidence comes from other jobs too */
export function readReportedRerun(value: unknown): ReportedRerun {
  return readFacts(value, reportedRerun)
}
