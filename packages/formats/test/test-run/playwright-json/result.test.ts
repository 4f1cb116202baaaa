import { expect, test } from '@jest/globals'
import { caseLine, openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

function line(expectedStatus: string, ...results: readonly object[]): string | undefined {
  const specs = [{ title: 'opens', tests: [{ expectedStatus, projectName: 'p', results }], file: 'a.spec.js', line: 3 }]
  return [
    ...mustRead(
      readAll(openTestRun('playwright-json'), JSON.stringify({ config: {}, suites: [{ title: 'a.spec.js', specs }] })),
    ).model.cases,
  ].map(caseLine)[0]
}

const FAILED = { status: 'failed', error: { message: 'Error: shut', stack: 'Error: shut\n    at a.spec.js:4' } }

test.each([
  [
    'passed, failed and passed again',
    'passed',
    [FAILED, { status: 'passed' }],
    'FP p > opens (a.spec.js:3) Error: shut',
  ],
  ['expected to fail and failed', 'failed', [FAILED], 'P p > opens (a.spec.js:3)'],
  ['not reached', 'passed', [], 'S p > opens (a.spec.js:3)'],
  [
    'interrupted',
    'passed',
    [{ status: 'interrupted' }],
    'E p > opens (a.spec.js:3) -: the run ended before this test did',
  ],
  ['out of time', 'failed', [{ status: 'timedOut' }], 'E p > opens (a.spec.js:3) -: the test ran out of time'],
])('%s', (_what, expected, results, shown) => {
  expect(line(expected, ...results)).toBe(shown)
})
