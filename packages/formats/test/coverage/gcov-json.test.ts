import { describe, expect, test } from '@jest/globals'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import { gcovJsonReader } from '../../src/coverage/gcov-json/reader.js'
import { gcovJson } from '../../src/coverage/gcov-json.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const reading = (report: unknown) => readAll(gcovJsonReader({ path: 'a.gcov.json' }), JSON.stringify(report))

function only(...lines: readonly object[]): FileCoverage {
  const functions = [
    { name: '_Z5clampIdE', demangled_name: 'clamp<double>', start_line: 4, execution_count: 1 },
    { name: '_Z5clampIiE', demangled_name: 'clamp<int>', start_line: 4, execution_count: 0 },
  ]
  const [file] = mustRead(reading({ files: [{ lines, functions, file: 'a.hpp' }] })).model.files
  if (file === undefined) throw new Error('no file')
  return file
}

const line = (number: number, count: number, ...taken: readonly number[]) => ({
  line_number: number,
  count,
  branches: taken.map((hits) => ({ count: hits, throw: false, fallthrough: true })),
})

// https://github.com/mozilla/grcov reads 1176 entries of 647 lines in one of its samples.
describe('a line that several instances of a template list', () => {
  test('is one line with the sum of their counts', () => {
    expect([...only(line(5, 2), line(5, 0), line(6, 0), line(6, 0)).lines]).toEqual([
      [5, 2],
      [6, 0],
    ])
  })

  test('has the branches of one of them, each with the sum of its counts', () => {
    const { branches } = only(line(5, 2, 2, 0), line(5, 1, 0, 1))
    expect([...(branches.get(5)?.arms ?? [])]).toEqual([
      ['0', 2],
      ['1', 1],
    ])
  })
})

test('instances are functions of their own, by their readable names', () => {
  expect([...(only(line(5, 1)).functions?.values() ?? [])]).toEqual([
    { name: 'clamp<double>', line: 4, hits: 1 },
    { name: 'clamp<int>', line: 4, hits: 0 },
  ])
})

test('paths are relative to where the compiler ran', () => {
  const report = { files: [], current_working_directory: '/build/app' }
  expect(mustRead(reading(report)).model.sources).toEqual(['/build/app'])
})

test.each([
  ['{"gcc_version": "12.2.0", "files": []', true],
  ['{"files": [{"lines": [{"branches": [', true],
  ['{"format_version": "2", "current_working_directory": "/app", "files": [', true],
  ['{"files": ["a", "b"]}', false],
  ['{"format_version": "1", "files": {}}', false],
])('%s is of gcov: %s', (text, expected) => {
  expect(gcovJson.detect(bytesOf(text))).toBe(expected)
})

test('JSON without files is refused', () => {
  expect(reading({ gcc_version: '12.2.0' })).toMatchObject({ ok: false, error: { path: 'a.gcov.json' } })
})
