import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { type Browser, chromium, type Page } from 'playwright-core'
import { composeStepPage } from '../../../core/src/render/step-page.js'
import { PICTURE } from '../../../core/test/render/picture.js'
import { renderHtmlPage } from '../../src/html-page.js'

const executablePath = process.env.CHROMIUM_PATH ?? '/usr/bin/chromium'
const isThere = existsSync(executablePath)
if (!isThere) console.warn(`skipped: the browser tier needs Chromium at ${executablePath} (set CHROMIUM_PATH)`)

const html = renderHtmlPage(composeStepPage(PICTURE), null)
const PHONE = { width: 360, height: 740 }
const DESKTOP = { width: 1200, height: 900 }

describe.each(['light', 'dark'] as const)('the page in a browser, %s', (colorScheme) => {
  const inBrowser = isThere ? test : test.skip
  let browser: Browser | null = null

  beforeAll(async () => {
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
  })

  async function open(viewport: { readonly width: number; readonly height: number }): Promise<Page> {
    if (browser === null) throw new Error('no browser')
    const page = await browser.newPage({ viewport, colorScheme })
    await page.setContent(html)
    return page
  }

  inBrowser('neither asks for anything nor breaks its own policy', async () => {
    const page = await open(DESKTOP)
    const noise: string[] = []
    page.on('console', (message) => noise.push(message.text()))
    page.on('request', (request) => noise.push(request.url()))
    await page.setContent(html)
    await page.locator('summary').first().click()
    expect(noise).toEqual([])
    expect(await page.evaluate('getComputedStyle(document.querySelector("table")).borderCollapse')).toBe('collapse')
  })

  inBrowser('never scrolls sideways on a phone, though its tables do inside their box', async () => {
    const page = await open(PHONE)
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
    expect(await page.evaluate('document.querySelector(".scroll").scrollWidth')).toBeGreaterThan(PHONE.width)
  })

  inBrowser('a folded part opens by keyboard', async () => {
    const page = await open(DESKTOP)
    await page.locator('summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await page.locator('details').first().getAttribute('open')).not.toBeNull()
  })

  inBrowser('every text reaches a contrast of 4.5', async () => {
    const page = await open(DESKTOP)
    await page.evaluate('document.querySelectorAll("details").forEach((part) => { part.open = true })')
    expect(await page.evaluate(`(${lowContrasts.toString()})()`)).toEqual([])
  })
})

/** Runs in the browser: texts whose colour is too close to the first opaque colour behind them (WCAG 2.2, 1.4.3). */
function lowContrasts(): string[] {
  // biome-ignore lint/suspicious/noExplicitAny: the tests are compiled without the browser's types
  const scope = globalThis as any
  const channels = (colour: string) => (colour.match(/[\d.]+/g) ?? []).map(Number)
  const luminance = (colour: string) => {
    const [red = 0, green = 0, blue = 0] = channels(colour).map((value) => {
      const share = value / 255
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
    })
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  // biome-ignore lint/suspicious/noExplicitAny: see above
  const backgroundOf = (element: any): string => {
    if (element === null) return 'rgb(255, 255, 255)'
    const { backgroundColor } = scope.getComputedStyle(element)
    return channels(backgroundColor)[3] === 0 ? backgroundOf(element.parentElement) : backgroundColor
  }
  const found: string[] = []
  for (const element of scope.document.querySelectorAll('body *')) {
    // biome-ignore lint/suspicious/noExplicitAny: see above
    const ownText = [...element.childNodes].filter((node: any) => node.nodeType === 3 && node.textContent.trim() !== '')
    if (ownText.length === 0 || element.closest('.unseen') !== null) continue
    const front = luminance(scope.getComputedStyle(element).color)
    const back = luminance(backgroundOf(element))
    const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05)
    if (contrast < 4.5) found.push(`${element.tagName} ${contrast.toFixed(2)}: ${element.textContent}`)
  }
  return found
}
