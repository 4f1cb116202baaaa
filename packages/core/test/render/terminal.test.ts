import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Section } from '../../src/model/page.js'
import { renderTerminal } from '../../src/render/terminal.js'
import { textWidth } from '../../src/render/text-width.js'
import { hostileText } from './hostile.js'

const plain = (sections: readonly Section[], columns = 80) => renderTerminal(sections, { columns, style: 'plain' })

function table(rows: readonly (readonly string[])[]): Section {
  return {
    kind: 'table',
    columns: [
      { title: 'name', align: 'left' },
      { title: 'n', align: 'right' },
    ],
    rows,
  }
}

describe('a table', () => {
  test('is aligned, numbers to the right, wide characters counted as two', () => {
    expect(
      plain([
        table([
          ['日本', '7'],
          ['ab', '1,204'],
        ]),
      ]),
    ).toBe('name      n\n日本      7\nab    1,204')
  })

  test('wraps its widest column where the terminal is narrow', () => {
    expect(plain([table([['one two three four', '7']])], 14)).toBe('name         n\none two      7\nthree four')
  })

  test('becomes one list per row where no column could stay readable', () => {
    expect(plain([table([['one two three', '1,204,111,222']])], 12)).toBe('name: one\ntwo three\nn:\n1,204,111,22\n2')
  })

  test('of very many rows says how many are not shown', () => {
    const lines = plain([table([...Array(250).keys()].map((index) => [`r${index}`, '1']))]).split('\n')
    expect(lines).toHaveLength(202)
    expect(lines.at(-1)).toBe('… and 50 more')
  })
})

test('folded parts are open and indented', () => {
  expect(plain([{ kind: 'details', summary: 'More', sections: [{ kind: 'list', items: ['a', 'b'] }] }])).toBe(
    'More\n  - a\n  - b',
  )
})

test('a link shows where it leads', () => {
  expect(plain([{ kind: 'text', text: { kind: 'link', text: 'issue 1', url: 'https://x.y/1' } }])).toBe(
    'issue 1 (https://x.y/1)',
  )
})

test('a line that is broken between two looks does not begin with the space between them', () => {
  const item = ['Set ', { kind: 'code', text: 'history' }, ' to keep baselines.'] as const
  for (const columns of [12, 14, 20, 24])
    expect(renderTerminal([{ kind: 'list', items: [item] }], { columns, style: 'plain' })).not.toMatch(/^ {3}/m)
})

test('colours are ours alone, and each ends', () => {
  const text = renderTerminal([{ kind: 'text', text: ['\u001b[31mred', { kind: 'outcome', outcome: 'fail' }] }], {
    columns: 80,
    style: 'colour',
  })
  expect(text).toBe('\\u{1b}[31mred\u001b[31m✗ fail\u001b[39m')
})

describe('for any text', () => {
  const sections = fc
    .tuple(hostileText, hostileText, hostileText)
    .map(([one, two, three]): Section[] => [
      { kind: 'text', heading: one, text: [two, { kind: 'code', text: three }] },
      table([[one, two]]),
      { kind: 'list', items: [three, one] },
      { kind: 'details', summary: two, sections: [{ kind: 'text', text: one }] },
    ])

  test('without colours no control character but the line break is printed', () => {
    fc.assert(fc.property(sections, (given) => !/[^\P{Cc}\n]/u.test(plain(given))))
  })

  test('no line is wider than the terminal', () => {
    fc.assert(
      fc.property(sections, fc.integer({ min: 24, max: 120 }), (given, columns) => {
        for (const line of plain(given, columns).split('\n')) expect(textWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})
