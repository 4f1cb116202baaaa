import { expect, test } from '@jest/globals'
import { createCoverageMerger } from '../src/merge-coverage.js'

test('files of several reports become one per path, in the order of their paths', () => {
  const merger = createCoverageMerger()
  const file = (path: string, line: number) => ({
    path,
    lines: new Map([[line, 1]]),
    branches: new Map(),
    functions: null,
    statements: null,
  })
  for (const part of [file('b.py', 1), file('a.py', 1), file('b.py', 2)]) merger.add(part)
  expect(merger.files().map(({ path, lines }) => [path, [...lines.keys()]])).toEqual([
    ['a.py', [1]],
    ['b.py', [1, 2]],
  ])
})
