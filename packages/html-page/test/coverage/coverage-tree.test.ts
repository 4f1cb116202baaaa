import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { type PlacedNode, placeNodes } from '../../browser/placed-node.js'
import { coverageTree } from '../../src/coverage/coverage-tree.js'

const file = (path: string, covered = 1, total = 2) => ({ path, lines: { covered, total }, patch: null, number: 0 })

const treeOf = (files: Parameters<typeof coverageTree>[0]) => placeNodes(coverageTree(files), '')

function* leaves(nodes: readonly PlacedNode[]): Generator<PlacedNode> {
  for (const node of nodes) {
    if (node.children.length === 0) yield node
    else yield* leaves(node.children)
  }
}

describe('the tree of files', () => {
  test('folders come first, and hold the sum of what lies in them', () => {
    const [src, readme] = treeOf([file('a.ts', 0, 1), file('src/a.ts', 3, 4), file('src/b.ts', 1, 4)])
    expect(src).toMatchObject({ name: 'src', path: 'src/', lines: { covered: 4, total: 8, percent: '50.0 %' } })
    expect(src?.children.map(({ name }) => name)).toEqual(['a.ts', 'b.ts'])
    expect(readme).toMatchObject({ name: 'a.ts', path: 'a.ts', lines: { fraction: '0/1', percent: '0 %' } })
  })

  test('folders that hold nothing but one folder are one row', () => {
    const [node] = treeOf([file('src/main/java/A.java'), file('src/main/java/B.java')])
    expect(node).toMatchObject({ name: 'src/main/java', path: 'src/main/java/' })
  })

  test('almost all is never shown as all', () => {
    expect(treeOf([file('a.ts', 99_999, 100_000)])[0]?.lines.percent).toBe('99.999 %')
  })

  test('new lines add up over the files that have any', () => {
    const patch = { covered: 1, total: 3 }
    const [src, other] = treeOf([{ ...file('src/a.ts'), patch }, file('src/b.ts'), file('other/c.ts')].reverse())
    expect([src?.patch, other?.patch].find((share) => share !== null)).toMatchObject(patch)
    expect([src?.patch, other?.patch]).toContain(null)
  })

  test('names of prototypes are names, and depth has an end', () => {
    const paths = ['__proto__/constructor', 'constructor/__proto__', `${'a/'.repeat(5000)}b.ts`, '/root/x', '../up']
    const found = [...leaves(treeOf(paths.map((path) => file(path))))].map(({ path }) => path)
    expect(found.sort()).toEqual([...paths].sort())
  })

  test('no file is lost or counted twice', () => {
    const segment = fc.constantFrom('a', 'b', 'c', '', '.', '__proto__')
    const paths = fc.uniqueArray(fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/')))
    fc.assert(
      fc.property(paths, (all) => {
        const nodes = treeOf(all.map((path) => file(path, 1, 3)))
        expect([...leaves(nodes)].map(({ path }) => path).sort()).toEqual([...all].sort())
        expect(nodes.reduce((sum, { lines }) => sum + lines.total, 0)).toBe(3 * all.length)
      }),
    )
  })
})
