import { describe, expect, test } from '@jest/globals'
import { xccovReader } from '../../src/coverage/xccov/reader.js'
import { xccov } from '../../src/coverage/xccov.js'
import { bytesOf, mustRead, readAll } from '../support/read.js'

const reading = (report: unknown) => readAll(xccovReader({ path: 'coverage.json' }), JSON.stringify(report))
const file = (coveredLines: number, functions: readonly object[] = []) => ({
  path: '/a.swift',
  coveredLines,
  executableLines: 4,
  functions,
})

describe('a report', () => {
  test('counts a file of several targets once, with the best of its counts', () => {
    const { declared } = mustRead(reading({ targets: [{ files: [file(1)] }, { files: [file(3)] }] })).model
    expect(declared?.lines).toEqual({ covered: 3, total: 4 })
  })

  test('knows functions, and of lines only how many', () => {
    const run = { name: 'run()', lineNumber: 7, executionCount: 2 }
    const { model, warnings } = mustRead(
      reading({ targets: [{ files: [file(1, [run])] }, { files: [file(1, [run])] }] }),
    )
    const [found] = model.files
    expect([...(found?.functions?.values() ?? [])]).toEqual([{ name: 'run()', line: 7, hits: 2 }])
    expect(found?.lines.size).toBe(0)
    expect(warnings.map(({ message }) => message)).toEqual([expect.stringMatching(/--archive/)])
  })
})

test('an archive lists the lines that can run', () => {
  const lines = [
    { line: 1, isExecutable: false },
    { line: 2, isExecutable: true, executionCount: 3 },
    { line: 3, isExecutable: true, executionCount: 0 },
  ]
  const { files, declared } = mustRead(reading({ '/a.swift': lines })).model
  expect(files.map((found) => [found.path, [...found.lines]])).toEqual([
    [
      '/a.swift',
      [
        [2, 3],
        [3, 0],
      ],
    ],
  ])
  expect(declared).toBeNull()
})

test.each([
  ['{"coveredLines":1,"executableLines":2,"targets":[{"buildProductPath":"/a"', true],
  ['{"executableLines":0,"targets":[]}', true],
  ['{"/a.swift":[{"isExecutable":false,"line":1}', true],
  ['{"targets":[{"name":"a"}]}', false],
  ['{"/a.swift":[1,2]}', false],
  ['{"/a.swift":[]}', false],
])('%s is of xccov: %s', (text, expected) => {
  expect(xccov.detect(bytesOf(text))).toBe(expected)
})

test('JSON without lists is refused', () => {
  expect(reading({ executableLines: 3 })).toMatchObject({ ok: false })
})
