import { describe, expect, test } from '@jest/globals'
import { readFacts } from '@testwarden/core/evidence-fold/read-facts'
import { ReportError } from '@testwarden/core/model/errors'
import { failures, namedTests, testReports, tests } from '../../src/tests/parse-test-facts.js'
import type { FailureFacts, NamedTest, TestFact, TestReport } from '../../src/tests/test-facts.js'

const REPORT: TestReport = {
  path: 'r.xml',
  format: 'junit',
  dialect: 'pytest',
  cases: 1,
  suites: 1,
  durationUs: 5,
  warnings: ['odd'],
}
const TEST: TestFact = { key: 'x', outcome: 'FP', reran: 1, durationUs: 5, file: 'a.py', line: 3, tags: ['slow'] }
const NAMED: NamedTest = {
  key: 'x',
  written: { suite: ['s'], className: null, name: 'x', file: 'a.py' },
  format: 'pytest',
}
const FAILURE: FailureFacts = {
  ...NAMED,
  failures: [{ type: 'AssertionError', message: 'no', trace: 'a.py:3' }],
  fingerprint: 'a'.repeat(32),
  place: { path: 'a.py', line: 3 },
  passes: [{ path: 'a.py', line: 3 }],
  owners: ['@acme/pay'],
}

test('facts of tests are the same when they come back from another job', () => {
  const facts = { reports: [REPORT], tests: [TEST], failures: [FAILURE], named: [NAMED] }
  const back = JSON.parse(JSON.stringify(facts))
  expect({
    reports: readFacts(back.reports, testReports),
    tests: readFacts(back.tests, tests),
    failures: readFacts(back.failures, failures),
    named: readFacts(back.named, namedTests),
  }).toEqual(facts)
})

describe('facts that we would not write are an error:', () => {
  test.each([
    ['an attempt of no kind', () => readFacts([{ ...TEST, outcome: 'X' }], tests)],
    ['more attempts than are kept', () => readFacts([{ ...TEST, outcome: 'F'.repeat(1001) }], tests)],
    ['a test twice', () => readFacts([TEST, TEST], tests)],
    ['a fingerprint that is none', () => readFacts([{ ...FAILURE, fingerprint: 'a' }], failures)],
    ['a line before the first', () => readFacts([{ ...FAILURE, place: { path: 'a.py', line: 0 } }], failures)],
    ['a name that is missing', () => readFacts([{ key: 'x', format: 'pytest' }], namedTests)],
  ])('%s', (_, read) => {
    expect(read).toThrow(ReportError)
  })
})
