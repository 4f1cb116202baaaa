import { expect, test } from '@jest/globals'
import { caseLine, openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

function line(one: object): string | undefined {
  const document = { reportFormat: 'CTRF', results: { tool: { name: 't' }, tests: [{ name: 'one', ...one }] } }
  return [...mustRead(readAll(openTestRun('ctrf'), JSON.stringify(document))).model.cases].map(caseLine)[0]
}

const FAILED = { status: 'failed', message: 'no' }
const PASSED = { status: 'passed' }

test.each([
  ['one attempt', PASSED, 'P one'],
  ['attempts that are counted', { ...PASSED, retries: 2 }, 'FFP one -: '],
  ['attempts that are listed', { ...PASSED, retries: 1, retryAttempts: [FAILED] }, 'FP one -: no'],
  ['the last attempt among them', { ...PASSED, retries: 1, retryAttempts: [FAILED, PASSED] }, 'FP one -: no'],
  ['attempts that are listed and not counted', { ...PASSED, retryAttempts: [FAILED] }, 'FP one -: no'],
  ['more counted than listed', { ...FAILED, retries: 2, retryAttempts: [FAILED] }, 'FFF one -: no'],
  ['flaky, and no more than that', { ...PASSED, flaky: true }, 'FP one -: '],
  ['repeated, and not flaky', { ...PASSED, retries: 3, flaky: false }, 'P one'],
  ['a suite as text', { ...PASSED, suite: 'a > b' }, 'P a > b > one'],
  ['a suite as list', { ...PASSED, suite: ['a', 'b'], filePath: 'x.js', line: 3 }, 'P a > b > one (x.js:3)'],
  ['pending', { status: 'pending' }, 'S one'],
  ['no status', {}, 'E one -: the report gives the status of this test as ""'],
])('%s', (_what, one, expected) => {
  expect(line(one)).toBe(expected)
})
