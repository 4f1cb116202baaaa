import { describe, expect, test } from '@jest/globals'
import { inOrderOfNeed } from '../../src/coverage/browsing.js'
import { chooseFiles } from '../../src/coverage/choose-files.js'
import { browsingOf, range, SHOP, viewFile } from './kit.js'

describe('what a page has room for', () => {
  test('new lines that no test runs come first, then new lines, then untested ones', () => {
    expect(inOrderOfNeed([...SHOP.view.files].reverse()).map(({ path }) => path)).toEqual([
      'src/cart.ts',
      'src/product.ts',
      'tools/gone.ts',
      'src/billing/deep/only.ts',
    ])
  })

  test('a small project is there as a whole, and the file without its text is counted', () => {
    const chosen = chooseFiles(SHOP)
    expect(chosen.listed.map(({ path }) => path)).toEqual(SHOP.view.files.map(({ path }) => path))
    expect(chosen.first).toBe('src/cart.ts')
    expect(chosen.leftOut).toEqual(['1 file without source text: opening one says why.'])
  })

  test('a project beyond measure is cut at its well tested end, aloud, and the page stays bounded', () => {
    const files = [...Array(21_000).keys()].map((index) => viewFile(`src/file-${String(index).padStart(5, '0')}.ts`))
    const worst = viewFile('src/worst.ts', {
      totals: { lines: { covered: 0, total: 9 }, branches: null, functions: null, statements: null },
    })
    const { listed, details, leftOut } = chooseFiles(browsingOf([...files, worst]))
    expect(listed).toHaveLength(20_000)
    expect(JSON.parse(details[0] ?? '')).toMatchObject({ path: 'src/worst.ts' })
    expect(leftOut[0]).toBe('Left out of this page: 1,001 files, those with the fewest untested lines first.')
  })

  test('a text that does not fit in is left out before the lines are, however it grows by escaping', () => {
    const files = [...Array(10).keys()].map((index) => viewFile(`${index}.ts`))
    const sources = Object.fromEntries(files.map(({ path }) => [path, '<'.repeat(512 * 1024)]))
    const { details, leftOut } = chooseFiles(browsingOf(files, { sources }))
    expect(details).toHaveLength(10)
    expect(details.join('').length).toBeLessThan(20 * 1024 * 1024)
    expect(leftOut).toEqual(['4 files without source text: opening one says why.'])
    expect(JSON.parse(details[9] ?? '')).toMatchObject({ remarks: ['The source is not shown: the page is full.'] })
  })

  test('lines that do not fit in are said, though the tree has the file', () => {
    const missed = [...Array(20_000).keys()].map((line) => range(1_000_000_000 + 2 * line))
    const files = [...Array(60).keys()].map((index) => viewFile(`${index}.ts`, { missed }))
    const { listed, details, leftOut } = chooseFiles(browsingOf(files))
    expect(listed).toHaveLength(60)
    expect(details.length).toBeLessThan(60)
    expect(leftOut[0]).toBe(`There is no room here for the lines of ${60 - details.length} files.`)
  })

  test('a path that is nobody’s file has no row', () => {
    const { listed, leftOut } = chooseFiles(browsingOf([viewFile('a/'.repeat(600)), viewFile('a.ts')]))
    expect(listed.map(({ path }) => path)).toEqual(['a.ts'])
    expect(leftOut[0]).toMatch(/^Left out of this page: 1 file,/)
  })
})
