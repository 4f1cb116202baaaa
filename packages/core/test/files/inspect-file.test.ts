import { expect, test } from '@jest/globals'
import * as v from 'valibot'
import { encodeInspection } from '../../src/files/encode-inspection.js'
import { inspectionSchema } from '../../src/files/inspect-file.js'
import { INSPECTION } from './samples.js'

test('an inspection is printed in the published shape', () => {
  const text = encodeInspection(INSPECTION)
  expect(JSON.parse(text)).toEqual(INSPECTION)
  expect(v.is(inspectionSchema, JSON.parse(text))).toBe(true)
  expect(text.endsWith('}\n')).toBe(true)
})

test('reports and errors are sorted by path, whatever the order they were read in', () => {
  const [report] = INSPECTION.reports
  if (report === undefined) throw new Error('the sample has a report')
  const reports = ['b/x', 'a', 'B', 'b-x'].map((path) => ({ ...report, path }))
  const errors = ['z', 'ä', 'y'].map((path) => ({ path, message: 'm', line: null }))
  const printed = JSON.parse(encodeInspection({ ...INSPECTION, reports, errors }))
  expect(printed.reports.map((each: { path: string }) => each.path)).toEqual(['B', 'a', 'b-x', 'b/x'])
  expect(printed.errors.map((each: { path: string }) => each.path)).toEqual(['y', 'z', 'ä'])
})

test('nothing found is an empty inspection, not an error', () => {
  const nothing = { reports: [], merged: { coverage: null, 'test-run': null, benchmark: null }, errors: [] }
  expect(JSON.parse(encodeInspection(nothing))).toEqual({ schema: 'testwarden.inspect/1', ...nothing })
})
