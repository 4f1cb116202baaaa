import { expect, test } from '@jest/globals'
import { istanbulSummaryReader } from '../../src/coverage/istanbul-summary/reader.js'
import { istanbulSummary } from '../../src/coverage/istanbul-summary.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const read = (text: string) => readAll(istanbulSummaryReader({ path: 'coverage-summary.json' }), text)
const LINES = '"lines":{"total":4,"covered":3,"skipped":0,"pct":75}'

test('totals are declared, and no file is listed: a gate must not take the absence of lines for an answer', () => {
  const { model, warnings } = mustRead(read(`{"total":{${LINES}},"/a.js":{${LINES}}}`))
  expect(model.files).toEqual([])
  expect(model.declared).toEqual({
    lines: { covered: 3, total: 4 },
    branches: null,
    functions: null,
    statements: null,
  })
  expect(warnings[0]?.message).toContain('totals of 1 file and no lines')
})

test.each([
  '{}',
  '[]',
  '{"total":{}}',
  '{"total":{"lines":{"total":3,"covered":4}}}',
  '{"total":{"lines":{"total":-1,"covered":-2}}}',
  '{"total":{"lines":{"total":"4","covered":"3"}}}',
])('%s has no total and is refused', (text) => {
  const result = read(text)
  expect(result.ok ? null : result.error.message).toBe('the report has no total of lines')
})

test('other JSON with a total is not taken for a summary', () => {
  for (const text of ['{"total":{"lines":3}}', '{"total":{"lines":{"covered":3}}}', '{"totals":{"covered_lines":1}}'])
    expect(istanbulSummary.detect(bytesOf(text))).toBe(false)
})
