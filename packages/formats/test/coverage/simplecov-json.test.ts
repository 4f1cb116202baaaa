import { expect, test } from '@jest/globals'
import { countCoverage } from '@testwarden/core/model/coverage-totals'
import { simplecovJsonReader } from '../../src/coverage/simplecov-json/reader.js'
import { simplecovJson } from '../../src/coverage/simplecov-json.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const reading = (report: unknown) => readAll(simplecovJsonReader({ path: 'coverage.json' }), JSON.stringify(report))
const branch = (more: object) => ({ type: 'then', start_line: 3, end_line: 3, coverage: 1, report_line: 2, ...more })

test('outcomes on one line that look the same are told apart by their order', () => {
  const branches = [branch({}), branch({ coverage: 0 }), branch({ type: 'else', coverage: 0 })]
  const { files } = mustRead(reading({ coverage: { 'a.rb': { lines: [], branches } } })).model
  expect(countCoverage(files).branches).toEqual({ covered: 1, total: 3 })
  expect([...(files[0]?.branches.get(2)?.arms.keys() ?? [])]).toEqual(['then 3-3 #0', 'then 3-3 #1', 'else 3-3 #0'])
})

test('what is ignored is not counted, and nothing is said of it', () => {
  const coverage = { 'a.rb': { lines: ['ignored', 1], branches: [branch({ coverage: 'ignored' })], methods: [] } }
  const { model, warnings } = mustRead(reading({ coverage }))
  expect(countCoverage(model.files)).toMatchObject({ lines: { covered: 1, total: 1 }, branches: null })
  expect(warnings).toEqual([])
})

test.each([
  ['{"meta":{"simplecov_version":"0.22.0"},"coverage":{', true],
  ['{"coverage":{"a.rb":{"lines":[1,', true],
  ['{"meta":{"version":"7.6","format":3},"files":{}}', false],
  ['{"RSpec":{"coverage":{"/a.rb":{"lines":[1]}}}}', false],
])('%s is coverage.json: %s', (text, expected) => {
  expect(simplecovJson.detect(bytesOf(text))).toBe(expected)
})

test('JSON without coverage is refused', () => {
  expect(reading({ meta: { simplecov_version: '1.0.0' } })).toMatchObject({ ok: false })
})
