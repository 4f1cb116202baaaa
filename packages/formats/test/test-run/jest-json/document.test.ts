import { expect, test } from '@jest/globals'
import { openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

const FILE = {
  assertionResults: [{ title: 'one', status: 'passed' }],
  status: 'passed',
  message: '',
  name: 'a.test.js',
}

test.each([true, false])('a run is partial where Jest says that it was interrupted: %s', (wasInterrupted) => {
  const document = { numTotalTests: 1, numRuntimeErrorTestSuites: 0, wasInterrupted, testResults: [FILE] }
  const { partial, warnings } = mustRead(readAll(openTestRun('jest-json'), JSON.stringify(document)))
  expect(partial).toBe(wasInterrupted)
  expect(warnings.map(({ message }) => message)).toEqual(
    wasInterrupted ? ['the run was interrupted: tests may be missing'] : [],
  )
})
