import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import { composeStepPage } from '@testwarden/core/render/step-page'
import fc from 'fast-check'
import { hostileText } from '../../../core/test/render/hostile.js'
import { gate, PICTURE, RUN } from '../../../core/test/render/picture.js'
import { SCRIPT, SCRIPT_HASH } from '../../src/coverage/script.js'
import { COVERAGE_STYLE, COVERAGE_STYLE_HASH } from '../../src/coverage/style.js'
import { renderHtmlPage } from '../../src/html-page.js'
import { browsingOf, SHOP, viewFile } from './kit.js'

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`
const html = renderHtmlPage(composeStepPage(PICTURE), SHOP)

/** The data of a page, by the id of its element. */
function dataOf(page: string): ReadonlyMap<string, unknown> {
  const elements = page.matchAll(/<script type="application\/json" id="([^"]+)">([^<]*)<\/script>/g)
  return new Map([...elements].map(([, id = '', json = '']) => [id, JSON.parse(json)]))
}

describe('a page with coverage to look through', () => {
  test('lets one script run, by its hash, and that script may not make markup of any text', () => {
    expect(SCRIPT_HASH).toBe(hashOf(SCRIPT))
    expect(COVERAGE_STYLE_HASH).toBe(hashOf(COVERAGE_STYLE))
    expect(html).toContain(`script-src '${SCRIPT_HASH}';`)
    expect(html).toContain("require-trusted-types-for 'script'; trusted-types 'none'")
    expect(html).toContain(`<script>${SCRIPT}</script>`)
    expect(html.match(/<script(?! type="application\/json")/g)).toHaveLength(1)
    expect(html).not.toMatch(/<[^>]*\s(?:on[a-z]+|style|src)=/i)
  })

  test('holds the tree, and each file in an element of its own', () => {
    const data = dataOf(html)
    expect([...data.keys()]).toEqual(['tree', 'file-0', 'file-1', 'file-2', 'file-3'])
    expect(data.get('tree')).toMatchObject({ hasChange: true, first: 'src/cart.ts' })
    expect(data.get('file-0')).toMatchObject({ path: 'src/cart.ts', missed: [5, 6, 21, 21] })
  })

  test('can be read without a script: the worst files first, in a table with headers', () => {
    expect(html).toMatch(
      /<tbody>\n<tr><th scope="row"><code>src\/cart.ts<\/code><\/th><td class="number">2 of 5 \(40.0 %\)/,
    )
    expect(html).toContain('1 file without source text: opening one says why.')
  })

  test('where no server has the sources, the places above lead to the lines below', () => {
    const run = { ...RUN, repository: null, serverUrl: null }
    const location = { kind: 'location', path: 'src/cart.ts', ranges: [{ first: 5, last: 6 }] } as const
    const items = [location, { ...location, path: 'elsewhere.ts' }]
    const verdict = { outcome: 'pass', headline: 'h', reasons: [] } as const
    const step = { ...PICTURE, run, headDiff: null, gates: [gate({ verdict, sections: [{ kind: 'list', items }] })] }
    const local = renderHtmlPage(composeStepPage(step), SHOP)
    expect(local).toContain('<a href="#src/cart.ts:5-6"')
    expect(local).not.toContain('href="#elsewhere.ts')
  })

  test('no path, branch or source changes the structure of the page or the policy that guards it', () => {
    const structure = (text: string) => {
      const file = viewFile(`a${text}`, {
        partial: [{ line: 1, branches: { covered: 1, total: 2 }, untaken: [text] }],
        uncalled: [{ name: text, line: 2 }],
      })
      const page = renderHtmlPage(composeStepPage(PICTURE), browsingOf([file], { sources: { [`a${text}`]: text } }))
      expect(dataOf(page).size).toBe(2)
      return (page.replace(`<script>${SCRIPT}</script>`, '').match(/<[a-z/!][^>]*>/gi) ?? []).join('')
    }
    const benign = structure('b')
    fc.assert(
      fc.property(hostileText, (text) => structure(text) === benign),
      { numRuns: 100 },
    )
  })

  test('five thousand files with their text make a page below 16 MiB', () => {
    const paths = [...Array(5000).keys()].map((index) => `src/area-${index % 50}/file-${index}.ts`)
    const sources = Object.fromEntries(paths.map((path) => [path, 'const value = compute(1)\n'.repeat(60)]))
    const page = renderHtmlPage(
      composeStepPage(PICTURE),
      browsingOf(
        paths.map((path) => viewFile(path)),
        { sources },
      ),
    )
    expect(page.length).toBeLessThan(16 * 1024 * 1024)
    expect(page).toContain('4,800 more files are not in this table.')
  })
})
