import { byKey, count, line, message, path, word } from '@testwarden/core/evidence-fold/fact-words'
import { listFact, nullableFact, objectFact, shapedFact, textFact } from '@testwarden/core/evidence-fold/read-facts'
import { MAX_MESSAGE, MAX_TRACE } from '@testwarden/core/model/test-run'
import { key, outcome, TESTS_MAX } from './fact-words.js'
import type {
  FailureFacts,
  FailurePlace,
  NamedTest,
  TestFact,
  TestReport,
  WrittenFailure,
  WrittenIdentity,
} from './test-facts.js'

/** A build tool may write one for each class. */
const REPORTS_MAX = 100_000

const report = objectFact<TestReport>({
  path,
  format: word,
  dialect: nullableFact(word),
  cases: count,
  suites: count,
  durationUs: count,
  warnings: listFact(message, 100),
})

const test = objectFact<TestFact>({
  key,
  outcome,
  reran: count,
  durationUs: nullableFact(count),
  file: nullableFact(path),
  line: nullableFact(line),
  tags: listFact(textFact(2000), 100),
})

const written = objectFact<WrittenIdentity>({
  suite: listFact(key, 100),
  className: nullableFact(key),
  name: key,
  file: nullableFact(path),
})

const named = { key, written, format: word }
const place = objectFact<FailurePlace>({ path, line })

const writtenFailure = objectFact<WrittenFailure>({
  type: nullableFact(textFact(1000)),
  message: textFact(MAX_MESSAGE + 100),
  trace: textFact(MAX_TRACE + 100),
})

const failure = objectFact<FailureFacts>({
  ...named,
  failures: listFact(writtenFailure, 1000),
  fingerprint: shapedFact('a fingerprint', (text) => /^[0-9a-f]{32}$/.test(text)),
  place: nullableFact(place),
  passes: listFact(place, 100),
  owners: listFact(word, 100),
})

/** What another job handed over of its reports, which may be a stranger's. */
export const testReports = listFact(report, REPORTS_MAX)
/** Each key once, ascending; so are {@link failures} and {@link namedTests}. */
export const tests = byKey(test, TESTS_MAX)
export const failures = byKey(failure, TESTS_MAX)
export const namedTests = byKey(objectFact<NamedTest>(named), TESTS_MAX)
