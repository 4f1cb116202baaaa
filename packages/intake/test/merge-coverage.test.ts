import { expect, test } from '@jest/globals'
import { createCoverageMerger } from '../src/merge-coverage.js'

const file = (path: string, lines: readonly number[]) => ({
  path,
  lines: new Map(lines.map((line) => [line, 1])),
  branches: new Map(),
  functions: null,
  statements: null,
})

test('files of several reports become one per path, in the order of their paths', () => {
  const merger = createCoverageMerger()
  for (const part of [file('b.py', [1]), file('a.py', [1]), file('b.py', [2])]) merger.add(part, 'report.xml')
  expect(merger.files().map(({ path, lines }) => [path, [...lines.keys()]])).toEqual([
    ['a.py', [1]],
    ['b.py', [1, 2]],
  ])
})

test('two reports that list different lines of a file are named', () => {
  const merger = createCoverageMerger()
  merger.add(file('a.js', [1, 2]), 'one.json')
  merger.add(file('b.js', [1, 2]), 'one.json')
  merger.add(file('a.js', [1, 3]), 'two.json')
  merger.add(file('b.js', [1, 2, 3]), 'two.json')
  merger.add(file('a.js', [2, 1]), 'three.json')
  merger.add(file('b.js', [7]), 'three.json')
  expect(merger.contradictions().map(({ message }) => message)).toEqual([
    'one.json and two.json list different lines of 2 files, such as a.js (2 each): they are of different sources or tools. A line counts as covered if either says so.',
    'one.json and three.json list different lines of b.js (2 and 1): they are of different sources or tools. A line counts as covered if either says so.',
  ])
})

test('files without lines and files that no test loaded contradict nobody', () => {
  const merger = createCoverageMerger()
  merger.add({ ...file('a.js', [1, 2, 3, 4]), isPlaceholder: true }, 'one.json')
  merger.add(file('a.js', []), 'two.json')
  merger.add(file('a.js', [1, 3]), 'three.json')
  merger.add({ ...file('a.js', [1, 2, 3, 4]), isPlaceholder: true }, 'four.json')
  expect(merger.contradictions()).toEqual([])
  expect(merger.files().map(({ lines }) => [...lines.keys()])).toEqual([[1, 3]])
})

test('of very many contradictions the rest is counted', () => {
  const merger = createCoverageMerger()
  for (let shard = 0; shard < 115; shard++) merger.add(file('a.js', [1, 2 + shard]), `${shard}.json`)
  const contradictions = merger.contradictions()
  expect(contradictions).toHaveLength(20)
  expect(contradictions.at(-1)?.message).toContain('So do 94 more pairs of reports.')
})
