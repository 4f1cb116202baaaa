import { expect, test } from '@jest/globals'
import { ReportError } from '@testwarden/core/model/errors'
import type { TestCase, TestRunReport } from '@testwarden/core/model/test-run'
import { createTestRunFold, type FoldedTestRuns } from '../src/fold-test-runs.js'
import type { GoodReport, ReadReport } from '../src/read-report.js'

type Read = ReadReport<TestRunReport>

function caseOf(part: Partial<TestCase>): TestCase {
  return {
    suite: ['a.CartTest'],
    className: 'a.CartTest',
    name: 'adds',
    file: null,
    line: null,
    status: 'passed',
    durationUs: 1000,
    tags: [],
    attempts: [],
    ...part,
  }
}

function reportOf(path: string, cases: readonly TestCase[], part: Partial<GoodReport<TestRunReport>> = {}): Read {
  const listed = { count: cases.length, [Symbol.iterator]: () => cases[Symbol.iterator]() }
  const suites = new Set(cases.map(({ suite }) => suite.join('/'))).size
  return {
    path,
    ok: true,
    format: 'junit',
    kind: 'test-run',
    model: { dialect: null, cases: listed, suites, durationUs: 5000, startedAt: null, declared: null },
    partial: false,
    warnings: [],
    duplicateOf: null,
    ...part,
  }
}

function foldOf(reports: readonly Read[]): FoldedTestRuns {
  const fold = createTestRunFold()
  for (const report of reports) fold.add(report)
  return fold.result()
}

const CART = [caseOf({}), caseOf({ name: 'removes', status: 'failed', durationUs: 2000 })]
const SHOP = [caseOf({ suite: ['a.ShopTest'], className: 'a.ShopTest' })]

test('reports add up: cases by status, suites and time', () => {
  const folded = foldOf([reportOf('1.xml', CART), reportOf('2.xml', SHOP)])
  expect(folded).toMatchObject({
    totals: { cases: 3, passed: 2, failed: 1, errored: 0, skipped: 0, flaky: 0 },
    suites: 2,
    durationUs: 10_000,
    copies: [],
    notes: [],
    problems: [],
  })
  expect(folded.reports.map(({ path, totals }) => [path, totals.cases])).toEqual([
    ['1.xml', 2],
    ['2.xml', 1],
  ])
})

test('the file of all suites that Ant writes adds nothing to the files of each', () => {
  const all = [...CART, ...SHOP].map((each) => ({ ...each, suite: [each.suite[0]?.slice(2) ?? ''] }))
  const alone = foldOf([reportOf('TEST-a.CartTest.xml', CART), reportOf('TEST-a.ShopTest.xml', SHOP)])
  const folded = foldOf([
    reportOf('TEST-a.CartTest.xml', CART),
    reportOf('TEST-a.ShopTest.xml', SHOP),
    reportOf('TESTS-TestSuites.xml', all),
  ])
  expect({ ...folded, reports: [], notes: [], copies: [] }).toEqual({ ...alone, reports: [], notes: [], copies: [] })
  expect(folded.notes).toEqual([
    'TESTS-TestSuites.xml repeats the suite "CartTest" of TEST-a.CartTest.xml and 1 other suite: counted once.',
  ])
})

test('of a report that repeats a part the rest counts', () => {
  const folded = foldOf([reportOf('1.xml', CART), reportOf('all.xml', [...CART, ...SHOP])])
  expect(folded).toMatchObject({ totals: { cases: 3, failed: 1 }, suites: 2, durationUs: 6000 })
  expect(folded.notes).toHaveLength(1)
})

test.each([
  ['another duration', { durationUs: 1001 }],
  ['another status', { status: 'skipped' }],
  ['another name', { name: 'adds more' }],
  ['another line', { line: 7 }],
  ['another inner suite', { suite: ['a.CartTest', 'inner'] }],
  [
    'one more attempt',
    { attempts: [{ status: 'failed', durationUs: null, failure: { type: null, message: 'no', trace: '' } }] },
  ],
] as const)('a suite of the same name with %s is no copy', (_, part) => {
  const folded = foldOf([reportOf('1.xml', [caseOf({})]), reportOf('2.xml', [caseOf(part)])])
  expect(folded.totals.cases).toBe(2)
  expect(folded.copies).toEqual([])
})

test('neither are suites with other names, cases without a suite, or two suites of one report', () => {
  const other = [caseOf({ suite: ['b.CartTest'] })]
  const alone = [caseOf({ suite: [] })]
  const folded = foldOf([
    reportOf('1.xml', [caseOf({})]),
    reportOf('2.xml', other),
    reportOf('3.xml', alone),
    reportOf('4.xml', alone),
    reportOf('5.xml', [...SHOP, ...SHOP.map((each) => ({ ...each, suite: ['ShopTest'] }))]),
  ])
  expect(folded.totals.cases).toBe(6)
})

test('a cut report counts as far as it goes and is a problem; a copy and an unreadable one do not count', () => {
  const error = new ReportError('Broken.', { path: 'broken.xml', line: 2, remedy: 'Mend it.' })
  const folded = foldOf([
    reportOf('cut.xml', CART, { partial: true }),
    reportOf('copy.xml', CART, { duplicateOf: 'cut.xml' }),
    { path: 'broken.xml', ok: false, error },
  ])
  expect(folded.totals.cases).toBe(2)
  expect(folded.reports).toMatchObject([{ path: 'cut.xml', partial: true }])
  expect(folded.notes).toEqual(['copy.xml has the same content as cut.xml and was counted once.'])
  expect(folded.problems.map(({ path }) => path)).toEqual(['cut.xml', 'broken.xml'])
})
