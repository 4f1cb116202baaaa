import { describe, expect, test } from '@jest/globals'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import { llvmCovReader } from '../../src/coverage/llvm-cov/reader.js'
import { llvmCov } from '../../src/coverage/llvm-cov.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const reading = (report: unknown) => readAll(llvmCovReader({ path: 'coverage.json' }), JSON.stringify(report))
const exported = (...data: readonly object[]) => ({ data, type: 'llvm.coverage.json.export', version: '2.0.1' })
const file = (filename: string, more: object = {}) => ({
  filename,
  segments: [
    [1, 1, 1, true, true, false],
    [9, 2, 0, false, false, false],
  ],
  ...more,
})

function only(report: unknown): FileCoverage {
  const [first] = mustRead(reading(report)).model.files
  if (first === undefined) throw new Error('no file')
  return first
}

const arms = ({ branches }: FileCoverage) => [...branches].map(([line, branch]) => [line, [...branch.arms]])

describe('branches', () => {
  const clamp = (name: string, branch: readonly number[]) => ({
    name,
    count: 1,
    filenames: ['a.hpp'],
    regions: [[4, 1, 8, 2, 1, 0, 0, 0]],
    branches: [branch],
  })

  test('of two instances of a template are the same ones', () => {
    const functions = [clamp('of int', [5, 9, 5, 20, 0, 3, 0, 0, 4]), clamp('of double', [5, 9, 5, 20, 2, 0, 0, 0, 4])]
    const found = only(exported({ files: [file('a.hpp')], functions }))
    expect(arms(found)).toEqual([
      [
        5,
        [
          ['@9-20 true', 2],
          ['@9-20 false', 3],
        ],
      ],
    ])
    expect([...(found.functions?.values() ?? [])]).toEqual([{ name: 'of int', line: 4, hits: 2 }])
  })

  test('of a macro belong to each line that uses it', () => {
    const functions = [
      {
        name: 'area',
        count: 1,
        filenames: ['main.c', 'macro.h', 'macro.h', 'inner.h'],
        regions: [
          [5, 1, 9, 2, 1, 0, 0, 0],
          [6, 12, 6, 20, 1, 0, 1, 1],
          [7, 12, 7, 20, 1, 0, 2, 1],
          [2, 5, 2, 9, 1, 2, 3, 1],
        ],
        branches: [
          [2, 26, 2, 37, 1, 0, 1, 0, 4],
          [1, 1, 1, 3, 0, 1, 3, 0, 4],
        ],
      },
    ]
    expect(arms(only(exported({ files: [file('main.c')], functions })))).toEqual([
      [
        6,
        [
          ['@in 12 2:26-37 true', 1],
          ['@in 12 2:26-37 false', 0],
        ],
      ],
      [
        7,
        [
          ['@in 12 in 5 1:1-3 true', 0],
          ['@in 12 in 5 1:1-3 false', 1],
        ],
      ],
    ])
  })

  test('come from files where functions tell of none', () => {
    const files = [file('a.c', { branches: [[2, 5, 2, 9, 1, 0, 0, 0, 4]] })]
    expect(arms(only(exported({ files })))).toEqual([
      [
        2,
        [
          ['@5-9 true', 1],
          ['@5-9 false', 0],
        ],
      ],
    ])
    expect(arms(only(exported({ files, functions: [] })))).toHaveLength(1)
  })
})

test('functions of files that the report does not list were filtered out by the user', () => {
  const other = { name: 'main', count: 1, filenames: ['test.c'], regions: [[1, 1, 2, 2, 1, 0, 0, 0]], branches: [] }
  const { files } = mustRead(reading(exported({ files: [file('a.c')], functions: [other] }))).model
  expect(files.map(({ path, functions }) => [path, functions?.size])).toEqual([['a.c', 0]])
})

test('files of several exports in one report add up', () => {
  expect(only(exported({ files: [file('a.c')] }, { files: [file('a.c')] })).lines.get(1)).toBe(2)
})

test('a segment that claims more lines than any program has is refused', () => {
  const segments = [
    [1, 1, 1, true, true, false],
    [2_000_000_000, 2, 0, false, false, false],
  ]
  expect(reading(exported({ files: [{ filename: 'a.c', segments }] }))).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/more than any program has/) },
  })
})

test('JSON without data is refused', () => {
  expect(reading({ type: 'llvm.coverage.json.export' })).toMatchObject({ ok: false, error: { path: 'coverage.json' } })
  expect(reading([])).toMatchObject({ ok: false })
})

test.each([
  ['{"data":[{"files":[{"branches":[[1,2,', true],
  ['{"data":[{"files":[]', true],
  ['{"version":"2.0.1","type":"llvm.coverage.json.export","data":[]}', true],
  ['{"data":[{"files":[{"name":"a"}]}]}', false],
  ['{"data":[{"file":"a"}]}', false],
])('%s is an export: %s', (text, expected) => {
  expect(llvmCov.detect(bytesOf(text))).toBe(expected)
})
