import { expect, test } from '@jest/globals'
import type { TestCase, TestRunReport } from '@testwarden/core/model/test-run'
import { namedKey } from '../../src/metric-key.js'
import { TestTimeReader } from '../../src/reading/read-test-times.js'

const CASE: TestCase = {
  suite: [],
  className: 'acme.Tax',
  name: 'rounds',
  file: null,
  line: null,
  status: 'passed',
  durationUs: 900_000,
  tags: [],
  attempts: [],
}

function reportOf(cases: readonly TestCase[], durationUs: number): TestRunReport {
  const list = { count: cases.length, [Symbol.iterator]: () => cases[Symbol.iterator]() }
  return { dialect: null, cases: list, suites: 1, durationUs, startedAt: null, declared: null }
}

function read(...reports: readonly TestRunReport[]) {
  const reader = new TestTimeReader()
  for (const report of reports) reader.add(report)
  return reader.result().map(({ key, kind, processes }) => [kind, namedKey(key).name, processes[0]?.median])
}

test('slow tests are timed one by one, and all of them together', () => {
  const short = { ...CASE, name: 'adds', durationUs: 1_000 }
  expect(read(reportOf([CASE, short], 2_000_000), reportOf([{ ...CASE, name: 'sorts' }], 1_000_000))).toEqual([
    ['suite', 'all tests', 3e9],
    ['test', 'acme.Tax › rounds', 9e8],
    ['test', 'acme.Tax › sorts', 9e8],
  ])
})

test('what failed, was skipped or was tried again tells no time', () => {
  const attempt = { status: 'failed', durationUs: 5, failure: null } as const
  const odd: readonly TestCase[] = [
    { ...CASE, status: 'failed' },
    { ...CASE, name: 'b', status: 'skipped' },
    { ...CASE, name: 'c', attempts: [attempt, { ...attempt, status: 'passed' }] },
    { ...CASE, name: 'd', durationUs: null },
  ]
  expect(read(reportOf(odd, 1_000))).toEqual([['suite', 'all tests', 1e6]])
})

test('two cases of one name are two tests', () => {
  expect(read(reportOf([CASE, { ...CASE, durationUs: 800_000 }], 0))).toEqual([
    ['test', 'acme.Tax › rounds', 9e8],
    ['test', 'acme.Tax › rounds #2', 8e8],
  ])
})
