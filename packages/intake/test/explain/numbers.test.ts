import { expect, test } from '@jest/globals'
import type { FileCoverage } from '@testwarden/core/model/coverage'
import { formulaCounts } from '../../src/explain/formula-counts.js'
import { lineNumbers } from '../../src/explain/line-numbers.js'

const FILE: FileCoverage = {
  path: 'a.ts',
  lines: new Map([
    [2, 5],
    [3, 0],
    [9, 1],
  ]),
  branches: new Map([
    [
      2,
      {
        arms: new Map([
          ['0,0', 5],
          ['0,1', 0],
        ]),
        counted: { covered: 0, total: 0 },
      },
    ],
    [9, { arms: new Map(), counted: { covered: 2, total: 2 } }],
  ]),
  functions: new Map([
    ['1:f', { name: 'f', line: 1, hits: 4 }],
    ['3:g', { name: 'g', line: 3, hits: 0 }],
    ['8:h', { name: 'h', line: 8, hits: 1 }],
  ]),
  statements: new Map([
    ['2:0-3:9', 5],
    ['3.1,4.2#0', 0],
    ['named', 7],
  ]),
}

test('a line shows its hits, its branches, the functions around and the statements across it', () => {
  expect(lineNumbers(FILE, 3)).toEqual({
    hits: 0,
    arms: [],
    counted: null,
    functions: [
      { name: 'f', line: 1, hits: 4 },
      { name: 'g', line: 3, hits: 0 },
    ],
    statements: [
      { name: '2:0-3:9', hits: 5 },
      { name: '3.1,4.2#0', hits: 0 },
    ],
  })
  expect(lineNumbers(FILE, 2).arms).toEqual([
    { name: '0,0', hits: 5 },
    { name: '0,1', hits: 0 },
  ])
  expect(lineNumbers(FILE, 9).counted).toEqual({ covered: 2, total: 2 })
})

test('a line that is not listed has no hits, which is not 0', () => {
  expect(lineNumbers(FILE, 4).hits).toBeNull()
})

test('a file is counted in each way, partial lines as such', () => {
  expect(formulaCounts(FILE)).toEqual([
    { formula: 'lines', count: { covered: 2, total: 3 } },
    { formula: 'codecov', count: { covered: 1, total: 3 } },
    { formula: 'sonar', count: { covered: 5, total: 7 } },
    { formula: 'statements', count: { covered: 2, total: 3 } },
  ])
})

test('a line that ran with a block of Go left out is partial', () => {
  const lines = new Map([
    [1, 2],
    [2, 2],
  ])
  const statements = new Map([
    ['1.1,1.20#0', 2],
    ['1.20,3.2#0', 0],
  ])
  const file = { path: 'a.go', lines, branches: new Map(), functions: null, statements }
  expect(formulaCounts(file)[1]).toEqual({ formula: 'codecov', count: { covered: 0, total: 2 } })
})
