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
    expect(details[0]?.path).toBe('src/worst.ts')
    expect(leftOut[0]).toBe('1,001 files with the fewest untested lines are left out of this page.')
  })

  test('lines that do not fit in are said, though the tree has the file', () => {
    const source = 'x'.repeat(512 * 1024)
    const files = [...Array(50).keys()].map((index) => viewFile(`${index}.ts`, { missed: [range(4, 50)] }))
    const sources = Object.fromEntries(files.map(({ path }) => [path, source]))
    const { listed, details, leftOut } = chooseFiles(browsingOf(files, { sources }))
    expect(listed).toHaveLength(50)
    expect(details.length).toBeLessThan(50)
    expect(leftOut[0]).toBe(`${50 - details.length} files have no room for their lines here.`)
  })
})
