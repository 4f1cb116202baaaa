import { expect, test } from '@jest/globals'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { readReported } from '../../src/rerun/read-reported.js'
import { MAX_RERUN_FAILURES, MAX_RERUN_TESTS, readReportedRerun } from '../../src/rerun/reported-rerun.js'

const REQUEST = { kind: 'run-command', id: 'a', command: 'pytest', args: [], timeoutMs: 1 } as const
const CHILD = {
  exitCode: 1,
  stdout: '',
  stderr: '',
  isTimedOut: false,
  isTruncated: false,
  hasLeftovers: false,
  durationMs: 1,
  cpuMs: null,
  lacks: [],
}

function read(contents: Readonly<Record<string, string>>, child = CHILD) {
  return readReported(REQUEST, { files: new MemoryFiles(contents), child })
}

function suite(cases: readonly string[]): string {
  return `<testsuites name="pytest tests"><testsuite name="pytest">${cases.join('')}</testsuite></testsuites>`
}

function failing(name: string): string {
  return `<testcase classname="test_x" name="${name}"><failure message="no">trace</failure></testcase>`
}

test('gives the attempts of tests that ran, without those that were skipped', async () => {
  const skipped = '<testcase classname="test_x" name="c"><skipped/></testcase>'
  const passed = '<testcase classname="test_x" name="b"/>'
  const reported = await read({ 'a.xml': suite([failing('a'), passed, skipped]), 'other.txt': 'no report' })
  expect(reported).toMatchObject({ leftOut: 0, problems: [] })
  expect(reported.tests.map(({ name, attempts }) => [name, attempts])).toEqual([
    ['a', [{ status: 'failed', durationUs: null, failure: { type: null, message: 'no', trace: 'trace' } }]],
    ['b', [{ status: 'passed', durationUs: null, failure: null }]],
  ])
})

test('is small enough for the evidence, says what it left out, and can be read back', async () => {
  const names = Array.from({ length: MAX_RERUN_TESTS + 5 }, (_, index) => `t${index}`)
  const reported = await read({ 'a.xml': suite(names.map(failing)) })
  expect(reported.leftOut).toBe(5)
  const texts = reported.tests.filter(({ attempts }) => attempts[0]?.failure !== null)
  expect(texts).toHaveLength(MAX_RERUN_FAILURES)
  expect(readReportedRerun(JSON.parse(JSON.stringify(reported)))).toEqual(reported)
})

test('what cannot be read, or ends early, is told', async () => {
  const whole = suite([failing('a'), failing('b')])
  const { tests, problems } = await read({ 'a.xml': whole.slice(0, whole.indexOf('name="b"')) })
  expect(tests.map(({ name }) => name)).toEqual(['a'])
  expect(problems).toEqual(['a.xml ends early: tests behind its end are not known.'])
  const truncated = await read({}, { ...CHILD, isTruncated: true })
  expect(truncated).toEqual({ tests: [], leftOut: 0, problems: ['Its output was too long and was cut.'] })
})

test('a file that is no report of tests is told where nothing else was written', async () => {
  const { problems } = await read({ 'a.txt': 'hello' })
  expect(problems).toHaveLength(1)
  expect(problems[0]).toContain('none is a report in a known format')
})
