import { describe, expect, test } from '@jest/globals'
import type { TestAttempt, TestCase } from '@testwarden/core/model/test-run'
import { createTestReader, type ReadReportOfTests, type TestSources } from '../../src/tests/read-tests.js'

const SOURCES: TestSources = {
  search: (path) => (path.startsWith('tests/') ? path : null),
  ownersOf: () => ['@acme/pay'],
  redact: (text) => text.replaceAll('hunter2', '***'),
  aliases: new Map([['tests/a.py\u001fnew', 'tests/a.py\u001fold']]),
  duplicates: 'tests',
  isQuarantined: (key) => key.endsWith('q'),
}

const FAILED: TestAttempt = {
  status: 'failed',
  durationUs: 1,
  failure: { type: null, message: 'no', trace: 'tests/a.py:3: in x' },
}
const PASSED: TestAttempt = { status: 'passed', durationUs: 1, failure: null }

function caseOf(name: string, attempts: readonly TestAttempt[] = [], part: Partial<TestCase> = {}): TestCase {
  const status = attempts.length === 0 || attempts.includes(PASSED) ? 'passed' : 'failed'
  return {
    suite: [],
    className: null,
    name,
    file: 'tests/a.py',
    line: 3,
    status,
    durationUs: 5,
    tags: [],
    attempts,
    ...part,
  }
}

function reportOf(path: string, cases: readonly TestCase[]): ReadReportOfTests {
  const list = { count: cases.length, [Symbol.iterator]: () => cases[Symbol.iterator]() }
  const model = { dialect: null, cases: list, suites: 1, durationUs: 5, startedAt: null, declared: null }
  return { path, format: 'junit', model, warnings: [] }
}

function read(
  reports: readonly ReadReportOfTests[],
  sources: Partial<TestSources> = {},
): ReturnType<ReturnType<typeof createTestReader>['result']> {
  const reader = createTestReader({ ...SOURCES, ...sources })
  for (const report of reports) reader.add(report)
  return reader.result()
}

describe('tests of one name in one report', () => {
  const report = reportOf('a.xml', [caseOf('x', [FAILED]), caseOf('x')])

  test('are two tests, so that one cannot make a flake of the other', () => {
    expect(read([report]).tests.map(({ key, outcome }) => [key, outcome])).toEqual([
      ['tests/a.py\u001fx', 'F'],
      ['tests/a.py\u001fx #2', 'P'],
    ])
  })

  test('are attempts of one where somebody says that the runner retries', () => {
    expect(read([report], { duplicates: 'attempts' }).tests).toMatchObject([{ outcome: 'FP', durationUs: 10 }])
  })

  test.each([
    ['before', ['x #2', 'x', 'x']],
    ['between', ['x', 'x #2', 'x']],
    ['behind', ['x', 'x', 'x #2']],
  ])('never take the place of a test that is called like a number, %s them', (_, names) => {
    for (const failing of [0, 1, 2]) {
      const cases = names.map((name, index) => caseOf(name, index === failing ? [FAILED] : []))
      const { tests, failures } = read([reportOf('a.xml', cases)])
      expect([tests.length, failures.length]).toEqual([3, 1])
    }
  })

  test('are no attempts of one where only what changes from run to run is different', () => {
    const cases = [caseOf('parses 2020-01-01T00:00:00Z', [FAILED]), caseOf('parses 2021-01-01T00:00:00Z')]
    const { tests } = read([reportOf('a.xml', cases)], { duplicates: 'attempts' })
    expect(tests.map(({ outcome }) => outcome)).toEqual(['F', 'P'])
  })

  test('are read in time that grows with their number, as attempts too', () => {
    const cases = Array.from({ length: 100_000 }, () => caseOf('x'))
    expect(read([reportOf('a.xml', cases)], { duplicates: 'attempts' }).tests).toHaveLength(1)
  })
})

test('what is a copy takes no time once more', () => {
  const copy = { ...reportOf('b.xml', [caseOf('x', [], { suite: ['s'] })]), isCopied: () => true }
  expect(read([reportOf('a.xml', [caseOf('x', [], { suite: ['s'] })]), copy])).toMatchObject({
    reports: [{ durationUs: 5 }, { durationUs: 0 }],
    tests: [{ durationUs: 5 }],
  })
})

test('of a test in several reports the worst counts, in whatever order they come', () => {
  const reports = [reportOf('a.xml', [caseOf('x', [FAILED])]), reportOf('b.xml', [caseOf('x')])]
  for (const order of [reports, [...reports].reverse()]) {
    const { tests, failures, notes } = read(order)
    expect([tests.map(({ outcome }) => outcome), failures.length, notes.length]).toEqual([['F'], 1, 1])
  }
})

test('a failure has its fingerprint, its line and its owner', () => {
  const { failures } = read([reportOf('a.xml', [caseOf('x', [FAILED, PASSED])])])
  expect(failures).toMatchObject([
    {
      place: { path: 'tests/a.py', line: 3 },
      owners: ['@acme/pay'],
      fingerprint: expect.stringMatching(/^[0-9a-f]{32}$/),
    },
  ])
})

test('a renamed test goes on under its old name, and a secret in a name is taken out', () => {
  expect(read([reportOf('a.xml', [caseOf('new'), caseOf('login hunter2')])]).tests.map(({ key }) => key)).toEqual([
    'tests/a.py\u001flogin ***',
    'tests/a.py\u001fold',
  ])
})

test('a thousand failures keep the traces of the first few hundred, and all their fingerprints', () => {
  const cases = Array.from({ length: 1000 }, (_, index) => caseOf(`x${index}`, [FAILED]))
  const { failures } = read([reportOf('a.xml', cases)])
  expect(failures).toHaveLength(1000)
  expect(failures.filter((each) => each.failures[0]?.trace !== '')).toHaveLength(300)
})

test('the tests under a quarantine can be named for their runner', () => {
  expect(read([reportOf('a.xml', [caseOf('q'), caseOf('x')])]).quarantined).toMatchObject([
    { key: 'tests/a.py\u001fq', written: { name: 'q', file: 'tests/a.py' } },
  ])
})

test('what fails without being a test counts like one', () => {
  const report = reportOf('a.xml', [caseOf('x')])
  const outside = [caseOf('[package failed]', [FAILED])]
  expect(read([{ ...report, model: { ...report.model, outside } }]).failures).toMatchObject([
    { key: 'tests/a.py\u001f[package failed]' },
  ])
})

test('a suite that an earlier report has is left out', () => {
  const report = reportOf('b.xml', [caseOf('x', [FAILED], { suite: ['all'] }), caseOf('y', [], { suite: ['own'] })])
  expect(read([{ ...report, isCopied: (suite) => suite === 'all' }]).tests.map(({ key }) => key)).toEqual([
    'tests/a.py\u001fown\u001fy',
  ])
})
