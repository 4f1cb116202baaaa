import { expect, test } from '@jest/globals'
import { inspectionText } from '../src/inspection-text.js'

test('where nothing could be read there is nothing to print, not even an empty line', () => {
  const merged = { coverage: null, 'test-run': null, benchmark: null }
  expect(inspectionText({ reports: [], merged, errors: [] })).toBe('')
})

const TOTALS = { cases: 1204, passed: 1200, failed: 1, errored: 2, skipped: 1, flaky: 0 }
const RUN = {
  path: 'junit.xml',
  kind: 'test-run',
  format: 'junit',
  dialect: 'pytest',
  partial: true,
  totals: TOTALS,
  declared: { cases: 1205, failed: 3, errored: null, skipped: 1 },
  suites: 2,
  durationMs: 1500,
  warnings: [{ message: 'odd', line: 3 }],
} as const

test('a test run shows what happened, and where the file itself says otherwise', () => {
  const merged = { coverage: null, 'test-run': RUN, benchmark: null }
  expect(inspectionText({ reports: [RUN], merged, errors: [] })).toBe(
    [
      'junit.xml',
      '  test-run, junit, written by pytest, cut off at its end: 2 suites, 1.5s',
      '  cases      1,204   the file itself says 1,205',
      '  passed     1,200',
      '  failed     1',
      '  errored    2',
      '  skipped    1',
      '  ! line 3: odd',
      '',
    ].join('\n'),
  )
})

test('reports are merged by their kind', () => {
  const coverage = {
    path: 'lcov.info',
    kind: 'coverage',
    format: 'lcov',
    dialect: null,
    partial: false,
    totals: { lines: { covered: 1, total: 2 }, branches: null, functions: null, statements: null },
    declared: null,
    files: 1,
    warnings: [],
  } as const
  const merged = { coverage, 'test-run': { totals: TOTALS, suites: 4, durationMs: 3000 }, benchmark: null }
  const text = inspectionText({ reports: [coverage, RUN, RUN], merged, errors: [] })
  expect(text).not.toContain('coverage reports merged')
  expect(text).toContain('all 2 reports of test runs: 4 suites, 3s\n  cases      1,204\n')
})
