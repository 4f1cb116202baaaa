import { expect, test } from '@jest/globals'
import { caseLine, openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

const JEST = { numTotalTestSuites: 1, numTotalTests: 1, numRuntimeErrorTestSuites: 0 }
const VITEST = { numTotalTestSuites: 1, numTotalTests: 1 }

function lines(root: object, ...assertionResults: readonly object[]): readonly string[] {
  const document = { ...root, testResults: [{ assertionResults, status: 'passed', message: '', name: 'a.test.js' }] }
  return [...mustRead(readAll(openTestRun('jest-json'), JSON.stringify(document))).model.cases].map(caseLine)
}

test('Jest says how often it ran a test, and why only where it logs errors before it tries again', () => {
  const test = { title: 'one', status: 'passed', invocations: 3, retryReasons: ['TypeError: first\n    at a.js:1'] }
  expect(lines(JEST, test)).toEqual(['FFP one (a.test.js) -: '])
  expect(lines(JEST, { ...test, invocations: 2 })).toEqual(['FP one (a.test.js) TypeError: first'])
  expect(lines(JEST, { title: 'one', status: 'failed', invocations: 2, failureMessages: ['no'] })).toEqual([
    'FF one (a.test.js) -: no',
  ])
})

test('an attempt with several errors stays one attempt', () => {
  const reasons = { retryReasons: ['Error: of the test', 'Error: of its hook', 'Error: once more'] }
  expect(lines(JEST, { title: 'one', status: 'passed', invocations: 2, ...reasons })).toEqual([
    'FP one (a.test.js) Error: of the test',
  ])
  expect(lines(JEST, { title: 'one', status: 'passed', invocations: 1, ...reasons })).toEqual(['P one (a.test.js)'])
})

test('equal names in one file are different tests', () => {
  const test = { title: 'one', status: 'passed', invocations: 1 }
  expect(lines(JEST, test, { ...test, status: 'failed' }, test)).toEqual([
    'P one (a.test.js)',
    'F one (a.test.js) -: ',
    'P one (a.test.js)',
  ])
})

test("Vitest leaves the errors of earlier attempts with a test that passed, and one that is pending didn't end", () => {
  expect(
    lines(
      VITEST,
      { title: 'one', status: 'passed', failureMessages: ['Error: first', 'Error: second'] },
      { title: 'two', status: 'pending', failureMessages: [] },
      { title: 'three', status: 'skipped', tags: ['db'] },
    ),
  ).toEqual([
    'FFP one (a.test.js) Error: second',
    'E two (a.test.js) -: the run ended before this test did',
    'S three (a.test.js) [db]',
  ])
})

test('a status that nobody knows is an error with its word', () => {
  expect(lines(JEST, { title: 'one', status: 'focused' })).toEqual([
    'E one (a.test.js) -: the report gives the status of this test as "focused"',
  ])
})
