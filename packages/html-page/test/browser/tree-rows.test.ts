import { describe, expect, test } from '@jest/globals'
import { placeNodes } from '../../browser/placed-node.js'
import { findFile, type TreeWish, treeRows } from '../../browser/tree-rows.js'
import { coverageTree } from '../../src/coverage/coverage-tree.js'

const file = (path: string, covered: number, patch: readonly [number, number] | null = null) => ({
  path,
  lines: { covered, total: 10 },
  patch: patch === null ? null : { covered: patch[0], total: patch[1] },
  number: 0,
})

const treeOf = (files: Parameters<typeof coverageTree>[0]) => placeNodes(coverageTree(files), '')

const NODES = treeOf([
  file('src/a.ts', 10),
  file('src/b.ts', 4, [1, 2]),
  file('src/deep/c.ts', 9, [3, 3]),
  file('tools/d.ts', 0),
])

const rowsOf = (part: Partial<TreeWish> = {}) =>
  treeRows(NODES, { scope: 'all', order: 'name', search: '', folders: new Map(), ...part }).rows.map(
    ({ node, level }) => `${level} ${node.path}`,
  )

describe('the rows of the tree', () => {
  test('a small tree is open, folders first', () => {
    expect(rowsOf()).toEqual([
      '1 src/',
      '2 src/deep/',
      '3 src/deep/c.ts',
      '2 src/a.ts',
      '2 src/b.ts',
      '1 tools/',
      '2 tools/d.ts',
    ])
  })

  test('a big tree is closed until somebody opens a folder or searches', () => {
    const nodes = treeOf([...Array(100).keys()].map((index) => file(`src/${index}.ts`, 1)))
    const wish = { scope: 'all', order: 'name', search: '', folders: new Map<string, boolean>() } as const
    expect(treeRows(nodes, wish).rows).toHaveLength(1)
    expect(treeRows(nodes, { ...wish, folders: new Map([['src/', true]]) }).rows).toHaveLength(101)
    expect(treeRows(nodes, { ...wish, search: '/42' })).toMatchObject({ fileCount: 1, rows: { length: 2 } })
  })

  test('only what changed, with the share of the new lines', () => {
    expect(rowsOf({ scope: 'changed' })).toEqual(['1 src/', '2 src/deep/', '3 src/deep/c.ts', '2 src/b.ts'])
    expect(rowsOf({ scope: 'changed-gaps' })).toEqual(['1 src/', '2 src/b.ts'])
    const { rows } = treeRows(NODES, { scope: 'changed', order: 'name', search: '', folders: new Map() })
    expect(rows[0]?.share).toMatchObject({ covered: 4, total: 5 })
  })

  test('only what has gaps, the most untested first', () => {
    expect(rowsOf({ scope: 'gaps', order: 'missed' })).toEqual([
      '1 tools/',
      '2 tools/d.ts',
      '1 src/',
      '2 src/b.ts',
      '2 src/deep/',
      '3 src/deep/c.ts',
    ])
  })

  test('each row knows its place among its siblings, as a tree is read aloud', () => {
    const { rows } = treeRows(NODES, { scope: 'all', order: 'name', search: 'B.TS', folders: new Map() })
    expect(rows.map(({ level, position, siblings, isOpen }) => [level, position, siblings, isOpen])).toEqual([
      [1, 1, 1, true],
      [2, 1, 1, null],
    ])
  })

  test('a file is found by its path, with the folders that lead to it, and nothing by a folder’s', () => {
    expect(findFile(NODES, 'src/deep/c.ts')).toMatchObject({ file: { name: 'c.ts' }, folders: ['src/', 'src/deep/'] })
    expect(findFile(NODES, 'src/deep/')).toBeNull()
    expect(findFile(NODES, 'constructor')).toBeNull()
  })
})
