import { expect, test } from '@jest/globals'
import { caseLine, openTestRun } from '../../support/open-test-run.js'
import { mustRead, readAll } from '../../support/read.js'

const FAILED = { title: 'one', fullTitle: 'a one', duration: 1, err: { message: 'no' } }
const HOOK = { title: '"after all" hook', fullTitle: 'a "after all" hook', duration: 1, err: { message: 'door' } }

function lines(document: object): readonly string[] {
  return [...mustRead(readAll(openTestRun('mocha-json'), JSON.stringify({ stats: {}, ...document }))).model.cases].map(
    caseLine,
  )
}

test('a failure that is no test is a hook, and a case of its own', () => {
  expect(lines({ tests: [FAILED], failures: [FAILED, HOOK] })).toEqual([
    'F a > one -: no',
    'E a > "after all" hook -: door',
  ])
})

test('two failed tests of one name are two cases, and not hooks', () => {
  expect(lines({ tests: [FAILED, FAILED], failures: [FAILED, FAILED] })).toHaveLength(2)
})

test('a test that was tried again failed before', () => {
  const passed = { title: 'one', fullTitle: 'a one', duration: 1, currentRetry: 2, err: {} }
  expect(lines({ tests: [passed] })).toEqual(['FFP a > one -: '])
})
