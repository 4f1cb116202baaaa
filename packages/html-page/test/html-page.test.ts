import { createHash } from 'node:crypto'
import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { composeStepPage } from '../../core/src/render/step-page.js'
import { hostileText } from '../../core/test/render/hostile.js'
import { FIRST_USE, gate, PICTURE, reason } from '../../core/test/render/picture.js'
import { renderHtmlPage } from '../src/html-page.js'
import { STYLE, STYLE_HASH } from '../src/style.js'

const picture = renderHtmlPage(composeStepPage(PICTURE), null)

/** Start and end tags without attributes, comments as they are. */
function tagsOf(html: string): string[] {
  const body = html.replace(/<style>[\s\S]*?<\/style>/, '')
  return (body.match(/<[^>]*>/g) ?? []).map((tag) => tag.replace(/^(<\/?[a-z0-9]+)\s.*$/s, '$1>'))
}

const VOID = new Set(['<meta>', '<wbr>', '<!doctype>'])

/** Names the first tag that does not fit; null when every element is closed in order. */
function firstUnbalanced(html: string): string | null {
  const open: string[] = []
  for (const tag of tagsOf(html.replaceAll('<!doctype html>', '').replace(/<path[^>]*\/>/g, ''))) {
    if (VOID.has(tag)) continue
    if (!tag.startsWith('</')) open.push(tag)
    else if (open.pop() !== tag.replace('/', '')) return tag
  }
  return open[0] ?? null
}

describe('the page needs nothing but itself', () => {
  test('no script, no frame, no form, no image, no reference to another file', () => {
    expect(picture).not.toMatch(
      /<(script|link|img|iframe|object|embed|form|base)\b|\ssrc=|\sstyle=|\son[a-z]+=|url\(|@import/i,
    )
  })

  test('its policy lets only its own style in, by the hash of just this style', () => {
    const hash = `sha256-${createHash('sha256').update(STYLE).digest('base64')}`
    expect(STYLE_HASH).toBe(hash)
    expect(picture).toContain(`content="default-src 'none'; style-src '${hash}'; base-uri 'none'; form-action 'none'"`)
    expect(picture).toContain(`<style>${STYLE}</style>`)
  })
})

describe('the page is well made', () => {
  test('every element is closed, in order', () => {
    expect(firstUnbalanced(picture)).toBeNull()
    expect(firstUnbalanced(renderHtmlPage(composeStepPage(FIRST_USE), null))).toBeNull()
  })

  test('headings never skip a level, and there is one of the first', () => {
    const levels = [...picture.matchAll(/<h([1-6])/g)].map((match) => Number(match[1]))
    expect(levels.filter((level) => level === 1)).toHaveLength(1)
    levels.reduce((previous, level) => {
      expect(level).toBeLessThanOrEqual(previous + 1)
      return level
    }, 0)
  })

  test('has landmarks, a language, and headers for every row and column', () => {
    for (const piece of ['<html lang="en">', '<header>', '<main>', '<footer>']) expect(picture).toContain(piece)
    expect(picture).not.toMatch(/<th\b(?! scope="(?:col|row)")/)
    expect(picture.match(/<tr><th scope="row"/g)).toHaveLength(6)
  })

  test('a wide table has a box of its own that the keyboard reaches', () => {
    expect(picture.match(/<table>/g)?.length).toBe(
      picture.match(/class="scroll" role="region" aria-label="[^"]+" tabindex="0"/g)?.length,
    )
  })

  test('a chart says in words what it draws', () => {
    expect(picture).toMatch(/<svg [^>]*role="img" aria-label="[^"]*41.9 → 41.2 ms \(2026-11-13 to 2026-11-20\)"/)
  })

  test('a problem and what continues it are one section', () => {
    expect(picture.match(/<section class="problem">/g)).toHaveLength(3)
  })
})

test('texts keep the meaning that their page gave them', () => {
  expect(picture).toContain('<h2>1. You added 3 untested lines</h2>')
  expect(picture).toContain('<code>if currency is None</code>')
  expect(picture).toContain(
    '<a href="https://github.example/acme/shop/blob/9e02d17000000000000000000000000000000000/src/billing/refund.py#L88-L89" rel="noreferrer"><code>src/<wbr>billing/<wbr>refund.py</code> 88-89, 97</a>',
  )
  expect(picture).toContain('<span class="outcome fail">fail</span>')
})

const link = (text: string, url: string) => ({ kind: 'link', text, url }) as const

test('no hostile text changes the structure of the page', () => {
  const pageOf = (one: string, two: string) =>
    renderHtmlPage(
      composeStepPage({
        ...PICTURE,
        policy: one,
        localCommand: two,
        notes: [one],
        gates: [
          gate({
            title: two,
            verdict: { outcome: 'fail', headline: two, reasons: [reason({ title: one, wording: { actual: two } })] },
            sections: [
              { kind: 'text', role: 'problem', heading: ['h', one], text: { kind: 'strong', text: two } },
              {
                kind: 'table',
                heading: ['h', two],
                columns: [{ title: one, align: 'right' }],
                rows: [[{ kind: 'code', text: one }]],
              },
              {
                kind: 'details',
                summary: two,
                sections: [
                  {
                    kind: 'list',
                    items: [
                      one,
                      { kind: 'mention', name: two },
                      link(two, `javascript:${one}`),
                      link(two, `https://example.test/${one}`),
                    ],
                  },
                ],
              },
              { kind: 'chart', heading: one, unit: two, points: [{ label: one, value: 1 }] },
            ],
          }),
        ],
      }),
      null,
    )
  const structure = (html: string) => tagsOf(html).filter((tag) => tag !== '<wbr>')
  const benign = structure(pageOf('one', 'two'))
  fc.assert(
    fc.property(hostileText, hostileText, (one, two) => expect(structure(pageOf(one, two))).toEqual(benign)),
    {
      numRuns: 200,
    },
  )
})

test('a page of forty thousand rows is made at once', () => {
  const rows = [...Array(40_000).keys()].map((index) => [
    { kind: 'code' as const, text: `src/file-${index}.ts` },
    `${index}`,
  ])
  const columns = [
    { title: 'file', align: 'left' as const },
    { title: 'n', align: 'right' as const },
  ]
  const page = composeStepPage({
    ...PICTURE,
    gates: [
      gate({ verdict: { outcome: 'pass', headline: 'h', reasons: [] }, sections: [{ kind: 'table', columns, rows }] }),
    ],
  })
  expect(renderHtmlPage(page, null)).toContain('file-39999.ts')
})
