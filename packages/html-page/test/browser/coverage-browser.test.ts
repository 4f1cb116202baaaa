import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals'
import { composeStepPage } from '@testwarden/core/render/step-page'
import { type Browser, chromium, type Page } from 'playwright-core'
import { PICTURE, RUN } from '../../../core/test/render/picture.js'
import type { CoverageBrowsing } from '../../src/coverage/browsing.js'
import { renderHtmlPage } from '../../src/html-page.js'
import { browsingOf, SHOP, viewFile } from '../coverage/kit.js'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) console.warn(`skipped: the browser tier needs Chromium at ${executablePath} (set CHROMIUM_PATH)`)
const inBrowser = isThere ? test : test.skip

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1280, height: 900 }

let browser: Browser | null = null
let folder = ''
let noise: string[] = []

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'testwarden-page-'))
  if (!isThere) return
  browser = await chromium.launch({
    executablePath,
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  })
})

afterAll(async () => {
  await browser?.close()
  rmSync(folder, { recursive: true, force: true })
})

afterEach(async () => {
  for (const context of browser?.contexts() ?? []) await context.close()
  const heard = noise
  noise = []
  expect(heard).toEqual([])
})

interface Visit {
  readonly viewport?: { readonly width: number; readonly height: number }
  readonly colorScheme?: 'light' | 'dark'
  readonly javaScriptEnabled?: boolean
  readonly hash?: string
  readonly browsing?: CoverageBrowsing
}

/** Opens the page from a file, as its readers do; whatever it complains of or asks for is noise, and fails the test. */
async function visit({ browsing = SHOP, hash = '', viewport = DESKTOP, ...options }: Visit = {}): Promise<Page> {
  if (browser === null) throw new Error('no browser')
  const file = join(folder, 'page.html')
  const run = { ...RUN, repository: null, serverUrl: null }
  writeFileSync(file, renderHtmlPage(composeStepPage({ ...PICTURE, run, headDiff: null }), browsing))
  const page = await browser.newPage({ viewport, ...options })
  page.on('console', (message) => noise.push(message.text()))
  page.on('pageerror', (error) => noise.push(error.message))
  page.on('request', (request) => {
    if (!request.url().startsWith(pathToFileURL(file).href)) noise.push(request.url())
  })
  await page.goto(pathToFileURL(file).href + hash)
  return page
}

/** What axe finds wrong: the rule, and the first element that breaks it. */
async function violationsOf(page: Page): Promise<unknown[]> {
  await page.evaluate(AXE)
  const violations = await page.evaluate<{ id: string; nodes: { html: string }[] }[]>(
    'axe.run().then(({ violations }) => violations)',
  )
  return violations.map(({ id, nodes }) => [id, nodes[0]?.html])
}

const rowNames = (page: Page) => page.locator('.row .name').allTextContents()
const litLines = (page: Page) =>
  page.evaluate<string[]>("[...document.querySelectorAll('.lit')].map((line) => line.dataset.line)")
const heading = (page: Page) => page.locator('.panel h3').textContent()

describe.each(['light', 'dark'] as const)('by the rules of axe, %s', (colorScheme) => {
  describe.each([
    ['desktop', DESKTOP],
    ['phone', PHONE],
  ] as const)('%s', (_, viewport) => {
    inBrowser.each(['', '#src/cart.ts:21', '#tools/gone.ts'])('nothing is wrong at "%s"', async (hash) => {
      const page = await visit({ viewport, colorScheme, hash })
      await page.evaluate("document.querySelectorAll('details').forEach((part) => { part.open = true })")
      expect(await violationsOf(page)).toEqual([])
      expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(viewport.width)
    })
  })
})

describe('the first look', () => {
  inBrowser('is at the file with the most untested new lines, and at these lines', async () => {
    const page = await visit()
    expect(await rowNames(page)).toEqual(['src', 'cart.ts', 'product.ts'])
    expect(await heading(page)).toBe('src/cart.ts')
    expect(await page.locator('.code-line.miss').count()).toBe(3)
    expect(await page.locator('.between').textContent()).toBe('8 unchanged lines')
    expect(await page.locator('.note').allTextContents()).toEqual([
      '1 of 2 branches taken; never: else',
      'nothing calls the function discount',
    ])
  })

  inBrowser('a source is text, whatever it looks like', async () => {
    const page = await visit()
    expect(await page.locator('.code-line.part code').textContent()).toContain("const line2 = '<b>1</b>'")
    expect(await page.locator('.code b').count()).toBe(0)
  })

  inBrowser('a run that is about no change shows all files, whole', async () => {
    const page = await visit({ browsing: browsingOf([viewFile('a.ts')], { sources: { 'a.ts': '1\n2\n3\n4\n' } }) })
    expect(await page.locator('.code-line').count()).toBe(4)
    expect(await page.getByLabel('Show').locator('option').allTextContents()).toEqual(['all files', 'files with gaps'])
  })

  inBrowser('without a script there is the table of the worst files, and no empty frame', async () => {
    const page = await visit({ javaScriptEnabled: false })
    expect(await page.locator('.plain tbody tr').count()).toBe(4)
    expect(await page.locator('.plain').isVisible()).toBe(true)
    expect(await page.locator('#browser').isVisible()).toBe(false)
  })

  inBrowser('printed, it is the table', async () => {
    const page = await visit()
    await page.emulateMedia({ media: 'print' })
    expect(await page.locator('.plain').isVisible()).toBe(true)
    expect(await page.locator('#browser').isVisible()).toBe(false)
  })
})

describe('by keyboard alone', () => {
  inBrowser('the tree is one stop of Tab; arrows walk, open and close, letters jump, Enter opens', async () => {
    const page = await visit({ hash: '#src/product.ts' })
    await page.getByLabel('Show').selectOption('all')
    await page.getByLabel('Order').focus()
    await page.keyboard.press('Tab')
    const focused = () => page.evaluate("document.activeElement.getAttribute('data-path')")
    expect(await focused()).toBe('src/product.ts')
    await page.keyboard.press('Home')
    expect(await focused()).toBe('src/')
    await page.keyboard.press('ArrowLeft')
    expect(await page.locator('.row').first().getAttribute('aria-expanded')).toBe('false')
    expect(await rowNames(page)).toEqual(['src', 'tools', 'gone.ts'])
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('ArrowRight')
    expect(await focused()).toBe('src/billing/deep/')
    await page.keyboard.press('c')
    expect(await focused()).toBe('src/cart.ts')
    await page.keyboard.press('Enter')
    await page.waitForURL(/#src\/cart\.ts$/)
    expect(await heading(page)).toBe('src/cart.ts')
    expect(await focused()).toBe('src/cart.ts')
    await page.keyboard.press('End')
    expect(await focused()).toBe('tools/gone.ts')
    await page.keyboard.press('ArrowLeft')
    expect(await focused()).toBe('tools/')
  })

  inBrowser('the next gap is a key press away, and the address says where one is', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Next gap' }).focus()
    const lit: string[][] = []
    for (const _ of [1, 2, 3, 4]) {
      await page.keyboard.press('Enter')
      lit.push(await litLines(page))
    }
    expect(lit).toEqual([['2'], ['5'], ['21'], ['2']])
    expect(page.url()).toMatch(/#src\/cart\.ts:2$/)
  })

  inBrowser('the whole file and back, without losing one’s place', async () => {
    const page = await visit()
    await page.getByRole('button', { name: 'Whole file' }).focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('.code-line').count()).toBe(24)
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Whole file')
    expect(await page.getByRole('button', { name: 'Whole file' }).getAttribute('aria-pressed')).toBe('true')
  })

  inBrowser('long lines scroll in a box that Tab reaches', async () => {
    const page = await visit({ viewport: PHONE })
    await page.getByRole('button', { name: 'Next gap' }).focus()
    await page.keyboard.press('Tab')
    expect(await page.evaluate("document.activeElement.getAttribute('aria-label')")).toBe('Source of src/cart.ts')
  })
})

describe('links', () => {
  inBrowser('lead to a file and its lines, a file that the filter hides included', async () => {
    const page = await visit({ hash: '#src/billing/deep/only.ts:2-3' })
    expect(await heading(page)).toBe('src/billing/deep/only.ts')
    expect(await litLines(page)).toEqual(['2', '3'])
    expect(await page.getByLabel('Show').inputValue()).toBe('all')
  })

  inBrowser('lead past a search and a filter of gaps as well', async () => {
    const page = await visit()
    await page.getByLabel('Show').selectOption('changed-gaps')
    await page.evaluate("location.hash = '#src/product.ts'")
    await page.waitForFunction("document.querySelector('.panel h3').textContent === 'src/product.ts'")
    expect(await page.locator('.row[aria-selected=true] .name').textContent()).toBe('product.ts')
    await page.getByLabel('Find a file').fill('cart')
    await page.evaluate("location.hash = '#tools/gone.ts'")
    await page.waitForFunction("document.querySelector('.panel h3').textContent === 'tools/gone.ts'")
    expect(await page.getByLabel('Find a file').inputValue()).toBe('')
  })

  inBrowser('to a line that did not change show the whole file', async () => {
    const page = await visit({ hash: '#src/cart.ts:12' })
    expect(await litLines(page)).toEqual(['12'])
  })

  inBrowser('are what line numbers are, and Back leads back', async () => {
    const page = await visit()
    await page.locator('.row.file').nth(1).click()
    expect(await heading(page)).toBe('src/product.ts')
    await page.locator('.code-line .number').first().click()
    expect(page.url()).toMatch(/#src\/product\.ts:1$/)
    expect(await litLines(page)).toEqual(['1'])
    await page.goBack()
    await page.goBack()
    expect(page.url()).not.toContain('#')
    expect(await heading(page)).toBe('src/cart.ts')
  })

  inBrowser('to nowhere leave everything as it is', async () => {
    const page = await visit({ hash: '#verdict' })
    expect(await heading(page)).toBe('src/cart.ts')
  })
})

describe('the tree', () => {
  inBrowser('search finds by any part of the path and says how much it found', async () => {
    const page = await visit()
    await page.getByLabel('Show').selectOption('all')
    await page.getByLabel('Find a file').fill('DEEP')
    expect(await rowNames(page)).toEqual(['src', 'billing/deep', 'only.ts'])
    expect(await page.getByRole('status').textContent()).toBe('1 file')
    await page.getByLabel('Find a file').fill('no such thing')
    expect(await page.locator('.files').textContent()).toBe('No file answers to this.')
    expect(await violationsOf(page)).toEqual([])
  })

  inBrowser('a file without its text says why, and lists its lines', async () => {
    const page = await visit({ hash: '#tools/gone.ts' })
    expect(await page.locator('.panel').textContent()).toContain('The source is not shown: ')
    expect(await page.locator('.without-text').textContent()).toContain('Lines that no test runs4')
  })

  inBrowser('five thousand files: a small part of them is in the document at any time', async () => {
    const paths = [...Array(5000).keys()].map((index) => `src/area-${index % 50}/file-${index}.ts`)
    const sources = Object.fromEntries(paths.map((path) => [path, 'const value = compute(1)\n'.repeat(60)]))
    const page = await visit({
      browsing: browsingOf(
        paths.map((path) => viewFile(path)),
        { sources },
      ),
    })
    // The folders that lead to the first file are open, no other.
    expect(await page.locator('.row').count()).toBe(1 + 50 + 100)
    await page.getByLabel('Find a file').fill('file')
    expect(await page.locator('.row').count()).toBe(1000)
    expect(await page.locator('.files .remark').textContent()).toBe('4051 more rows: search, or close folders.')
    await page.getByLabel('Find a file').fill('file-4999.')
    await page.locator('.row.file').click()
    expect(await heading(page)).toBe('src/area-49/file-4999.ts')
    expect(await page.evaluate("document.querySelectorAll('*').length")).toBeLessThan(8000)
  })
})
