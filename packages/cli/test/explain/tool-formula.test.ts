import { expect, test } from '@jest/globals'
import type { ExplainedReport } from '@testwarden/core/files/explain-file'
import { toolFormula } from '../../src/explain/tool-formula.js'

const TOTALS = {
  lines: { covered: 2, total: 4 },
  branches: { covered: 1, total: 2 },
  functions: null,
  statements: { covered: 5, total: 9 },
}
const REPORT: ExplainedReport = {
  path: 'a',
  format: 'go-cover',
  dialect: null,
  outcome: 'counted',
  copyOf: null,
  mentionsFile: true,
  files: 1,
  problem: null,
}

test('a file is counted as the one tool counts that wrote the reports', () => {
  expect(toolFormula(TOTALS, [REPORT])).toEqual({ formula: 'tool', count: TOTALS.statements })
})

test('a file is counted by lines where the tools differ, also in reports that do not mention it', () => {
  const other: ExplainedReport = { ...REPORT, format: 'coverage-py-json', mentionsFile: false }
  expect(toolFormula(TOTALS, [REPORT, other]).count).toEqual(TOTALS.lines)
})

test.each(['copy', 'unmatched', 'unreadable'] as const)('a report that does not count (%s) has no say', (outcome) => {
  const other: ExplainedReport = { ...REPORT, format: 'lcov', outcome }
  expect(toolFormula(TOTALS, [REPORT, other]).count).toEqual(TOTALS.statements)
})
