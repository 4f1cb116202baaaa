import { expect, test } from '@jest/globals'
import { testRunFormats } from '@testwarden/formats/test-run/registry'
import { MemoryFiles } from '@testwarden/testkit/fakes/memory-files'
import { type ReadTestReports, type ReportToCount, readTestReports } from '../src/read-test-reports.js'

const CART = '<testsuite name="CartTest"><testcase classname="a.CartTest" name="adds" time="1"/></testsuite>'
const SHOP = '<testsuite name="ShopTest"><testcase classname="a.ShopTest" name="sells" time="2"/></testsuite>'
const BOTH = `<testsuites>${CART}${SHOP}</testsuites>`

async function read(
  contents: Readonly<Record<string, string>>,
  patterns: readonly string[] = [],
): Promise<ReadTestReports & { readonly added: readonly ReportToCount[] }> {
  const added: ReportToCount[] = []
  const said = await readTestReports({
    request: { patterns, format: null, formats: testRunFormats },
    repository: { trackedFiles: null, isTracked: () => false, workspacePrefix: '' },
    files: new MemoryFiles(contents),
    reader: { add: (report) => void added.push(report) },
  })
  return { ...said, added }
}

test('reports come one by one, and of two with the same content the first', async () => {
  const { added, notes, problems } = await read({ 'a.xml': CART, 'b.xml': SHOP, 'c.xml': CART })
  expect(added.map(({ path, isCopied }) => [path, isCopied])).toEqual([
    ['a.xml', undefined],
    ['b.xml', undefined],
  ])
  expect(notes).toEqual(['c.xml has the same content as a.xml and was counted once.'])
  expect(problems).toEqual([])
})

test('of a report with suites that an earlier one has, it is known which', async () => {
  const { added, notes } = await read({ 'a.xml': CART, 'all.xml': BOTH })
  const all = added.find(({ path }) => path === 'all.xml')
  expect(['CartTest', 'ShopTest'].map((suite) => all?.isCopied?.(suite))).toEqual([true, false])
  expect(notes).toEqual(['all.xml has 1 suite that a.xml and others have too: counted once.'])
})

test('what ends early counts as far as it goes, and is a problem like what cannot be read', async () => {
  const { added, problems } = await read({ 'a.xml': BOTH.slice(0, BOTH.indexOf(SHOP) + 40), 'b.xml': 'no report' }, [
    'a.xml',
    'b.xml',
  ])
  expect(added.map(({ path, model }) => [path, model.cases.count])).toEqual([['a.xml', 1]])
  expect(problems).toMatchObject([
    { path: 'a.xml', message: expect.stringContaining('ends early') },
    { path: 'b.xml', message: expect.any(String) },
  ])
})
