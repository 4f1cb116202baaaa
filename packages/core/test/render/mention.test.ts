import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import type { Inline } from '../../src/model/page.js'
import { plainText } from '../../src/render/inline.js'
import { inlineMarkdown } from '../../src/render/markdown-inline.js'
import { paintRuns, terminalRuns } from '../../src/render/terminal-inline.js'
import { hostileText } from './hostile.js'

function markdownOf(...parts: readonly Inline[]): string {
  return inlineMarkdown(parts, null)
}

function mention(name: string): Inline {
  return { kind: 'mention', name }
}

describe('a mention', () => {
  test.each(['ada', 'Ada-L', 'a'.repeat(39), 'acme/security', 'acme/on.call_2'])('of %s notifies', (name) => {
    expect(markdownOf('Told: ', mention(name), ', ', mention('bob'), '.')).toBe(`Told: @${name}, @bob.`)
  })

  test.each([
    ['', '@'],
    ['-ada', '@&#8203;-ada'],
    ['a'.repeat(40), `@&#8203;${'a'.repeat(40)}`],
    ['ada bob', '@&#8203;ada bob'],
    ['ada\n# x', '@&#8203;ada # x'],
    ['acme/../x', '@&#8203;acme/../x'],
    ['ada](http://e.com)', '@&#8203;ada\\](http:&#8203;//e.com)'],
    ['<b>ada', '@&#8203;&lt;b&gt;ada'],
  ])('of %j is text', (name, markdown) => {
    expect(markdownOf(mention(name))).toBe(markdown)
  })

  test('never goes on with what touches it', () => {
    expect(markdownOf(mention('ada'), 'bob')).toBe('@ada bob')
    expect(markdownOf(mention('acme'), '/owners')).toBe('@acme /owners')
    expect(markdownOf(mention('ada'), '_x')).toBe('@ada \\_x')
    expect(markdownOf(mention('acme/a'), '.b')).toBe('@acme/a .b')
    expect(markdownOf(mention('ada'), mention('bob'))).toBe('@ada @bob')
  })

  test('is the only one in its line, whatever stands in it and around it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, hostileText, (before, name, after) => {
        const line = markdownOf(before, mention(name), after, ' ', mention('ada'))
        const found = (line.match(/@[\w./-]+/g) ?? []).filter((each) => each !== '@ada')
        expect(found.map((each) => each.slice(1)).filter((each) => each !== name)).toEqual([])
      }),
    )
  })

  test('is text where nobody is notified', () => {
    expect(plainText(['for ', mention('ada')])).toBe('for @ada')
    expect(paintRuns(terminalRuns(mention('ada\u001b[2J')), 'plain')).toBe('@ada\\u{1b}[2J')
  })
})
