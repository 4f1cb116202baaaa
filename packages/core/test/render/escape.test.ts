import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  breakCommands,
  escapeHtml,
  escapeLogLine,
  escapeMarkdown,
  escapeMarkdownCode,
  escapeMarkdownHtml,
  escapeScriptJson,
  escapeTerminal,
  escapeTextNode,
  guardLineStart,
  safeUrl,
} from '../../src/render/escape.js'
import { hostileText } from './hostile.js'
import { loadMarkdownReader, visible } from './markdown-reader.js'
import { renderMarkdown } from './whole-markdown.js'

const read = await loadMarkdownReader()

describe('escapeTerminal', () => {
  test('shows what nobody would see', () => {
    expect(escapeTerminal('a\u001b[31mb\u202ec\u200bd\ud800')).toBe('a\\u{1b}[31mb\\u{202e}c\\u{200b}d\\u{d800}')
  })

  test('keeps one line one line', () => {
    expect(escapeTerminal('a\r\nb\tc\u2028d\u0085')).toBe('a\\r\\nb\\tc\\u{2028}d\\u{85}')
  })

  test('leaves ordinary text of any language alone', () => {
    const text = 'snake_case: 3 < 4 & "ünïcode", 日本語, ‍👩‍🚀, مرحبا'
    expect(escapeTerminal(text)).toBe(text)
  })

  test('lets no control character through', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        (text) => !/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/u.test(escapeTerminal(text)),
      ),
    )
  })
})

describe('escapeLogLine', () => {
  test.each([
    ['::error::x', '\\u{3a}:error::x'],
    ['  ::set-output name=a::b', '  \\u{3a}:set-output name=a::b'],
    ['\u3000::error::x', '\u3000\\u{3a}:error::x'],
    ['tests ##[error]x', 'tests ##\\u{5b}error]x'],
    ['tests/test_a.py::test_b', 'tests/test_a.py::test_b'],
  ])('%j reads %j', (text, expected) => {
    expect(escapeLogLine(text)).toBe(expected)
  })

  test('never holds what the runner takes for a command', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const line = escapeLogLine(text)
        return !line.trimStart().startsWith('::') && !line.includes('##[') && !/[\r\n]/.test(line)
      }),
    )
  })
})

describe('for a script of a page', () => {
  test('a text node keeps markup as text, and shows what nobody would see', () => {
    expect(escapeTextNode('\ta < b\u202e\n')).toBe('\ta < b\\u{202e}\n')
  })

  test('JSON means the same, and neither ends its element nor begins a comment', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = escapeScriptJson(JSON.stringify({ [text]: `</script><!--${text}` }))
        expect(json).not.toContain('<')
        expect(JSON.parse(json)).toEqual({ [text]: `</script><!--${text}` })
      }),
    )
  })
})

describe('escapeHtml', () => {
  test('is safe in text and in a quoted attribute', () => {
    expect(escapeHtml(`<a href="x" title='y'>&amp;`)).toBe('&lt;a href=&quot;x&quot; title=&#39;y&#39;&gt;&amp;amp;')
  })

  test('lets no markup through', () => {
    fc.assert(fc.property(hostileText, (text) => !/[<>"']|&(?!(?:amp|lt|gt|quot|#39);)/.test(escapeHtml(text))))
  })
})

describe('escapeMarkdown', () => {
  test.each([
    'an ordinary sentence, with commas: and colons; 3 of 20 (85.0 %) - and more!',
    'snake_case_name in src/billing/refund.py at line 88-89',
    'parse_invoice 41.2 ms → 48.6 ms, +15 % to +21 %',
  ])('leaves %j as it is', (text) => {
    expect(escapeMarkdown(text)).toBe(text)
  })

  test.each([
    ['<Component/>', '&lt;Component/&gt;'],
    ['a|b', 'a&#124;b'],
    ['*x* _y_ `z` ~~q~~', '\\*x\\* \\_y\\_ \\`z\\` \\~\\~q\\~\\~'],
    ['[x](http://y)', '\\[x\\](http:&#8203;//y)'],
    ['@octocat closes #12 and a/b#3, GH-4', '@&#8203;octocat closes #&#8203;12 and a/b#&#8203;3, GH-&#8203;4'],
    ['see 9e02d17 and 1234567', 'see 9&#8203;e02d17 and 1234567'],
    ['__www.e.com', '\\_\\_www&#8203;.e.com'],
    ['a :tada: b', 'a :&#8203;tada: b'],
    ['costs $5 and $6', 'costs <span>$</span>5 and <span>$</span>6'],
    ['<!-- testwarden:gates -->', '&lt;!-- testwarden:gates --&gt;'],
    ['two\n\nlines', 'two lines'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeMarkdown(text)).toBe(expected)
  })

  test('a megabyte of any one character ends, as it would not if it took more than one pass', () => {
    for (const character of ['`', '_', '@', ':', '#', '0', ' ', '\\', '$', '<', 'w', 'a_']) {
      expect(escapeMarkdown(character.repeat(1_000_000)).length).toBeGreaterThan(0)
    }
  })
})

describe('escapeMarkdownCode', () => {
  test.each([
    ['plain', '`plain`'],
    ['a `b` c', '``a `b` c``'],
    ['`', '`` ` ``'],
    ['``` x', '```` ``` x ````'],
    [' padded ', '`  padded  `'],
    ['a|b', '<code>a&#124;b</code>'],
    ['<!-- x -->', '<code>&lt;!-- x --&gt;</code>'],
    ['', '<code></code>'],
    ['two\nlines', '`two lines`'],
  ])('%j becomes %j', (text, expected) => {
    expect(escapeMarkdownCode(text)).toBe(expected)
  })
})

test('text inside raw HTML of a Markdown document is neither markup nor a reference', () => {
  expect(escapeMarkdownHtml('</summary> @me #1')).toBe('&lt;/summary&gt; @&#8203;me #&#8203;1')
})

test.each(['- x', '+ x', '1. x', '2) x', '# x', '---', '==='])('%j cannot start a block', (text) => {
  const guarded = guardLineStart(text)
  expect(guarded).toContain('\\')
  expect(guardLineStart(guarded)).toBe(guarded)
})

test.each(['-5 %', '41.2 ms', '#12', '+3 points', '→ x'])('%j starts a line as it is', (text) => {
  expect(guardLineStart(text)).toBe(text)
})

describe('safeUrl', () => {
  test.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    '//x.y',
    'x',
    'https://user:pass@x.y/',
  ])('refuses %j', (url) => {
    expect(safeUrl(url)).toBeNull()
  })

  test('encodes what would end a link in Markdown or an attribute', () => {
    expect(safeUrl(`https://x.y/a(b)[c]|d "e'<f>\`g*h!i`)).toBe(
      'https://x.y/a%28b%29%5Bc%5D%7Cd%20%22e%27%3Cf%3E%60g%2Ah!i',
    )
  })

  test('lets no delimiter through', () => {
    fc.assert(
      fc.property(
        hostileText,
        (text) => !/[\s<>"'`()[\]|\\*]/.test(safeUrl(`https://x.y/${text}?${text}#${text}`) ?? ''),
      ),
    )
  })
})

describe('no hostile text breaks out of its place', () => {
  const withReader = read === null ? test.skip : test

  withReader('in a paragraph, a table, a list, a heading and a folded part, read back by a Markdown parser', () => {
    const texts = fc.tuple(hostileText, hostileText, hostileText, hostileText)
    fc.assert(
      fc.property(texts, ([first, second, third, fourth]) => {
        const markdown = renderMarkdown(
          [
            { kind: 'text', text: ['A: ', first] },
            {
              kind: 'table',
              columns: [
                { title: 'left', align: 'left' },
                { title: `B ${second}`, align: 'right' },
              ],
              rows: [[['C ', third, { kind: 'code', text: `D${fourth}` }], { kind: 'strong', text: `E${first}` }]],
            },
            { kind: 'list', heading: ['F ', second, '.'], items: [['G', third], { kind: 'code', text: `H${fourth}` }] },
            { kind: 'details', summary: `I${first}`, sections: [{ kind: 'text', text: ['J', second] }] },
          ],
          null,
        )
        const reading = read?.(markdown)
        const shown = [first, second, third, fourth].map((text) =>
          visible(escapeTerminal(text.replace(/[\t\n\v\f\r\u0085\u2028\u2029]/g, ' '))),
        )
        const [one, two, three, four] = shown
        expect(reading?.tags.filter((tag) => !/span|t?body|thead/.test(tag))).toEqual(STRUCTURE)
        expect(reading?.text).toBe(`A:${one}leftB${two}C${three}D${four}E${one}F${two}.G${three}H${four}I${one}J${two}`)
      }),
      { numRuns: 500 },
    )
  })
})

const STRUCTURE = [
  ...['<p>', '</p>'],
  ...['<table>', '<tr>', '<th>', '</th>', '<th>', '</th>', '</tr>'],
  ...['<tr>', '<td>', '<code>', '</code>', '</td>', '<td>', '<strong>', '</strong>', '</td>', '</tr>', '</table>'],
  ...['<h3>', '</h3>', '<ul>', '<li>', '</li>', '<li>', '<code>', '</code>', '</li>', '</ul>'],
  ...['<details>', '<summary>', '</summary>', '<p>', '</p>', '</details>'],
]

describe('finished output of the command line', () => {
  test.each([
    ['::error::x', '\\u003a:error::x'],
    ['a\n  ::set-output name=x::y\n', 'a\n  \\u003a:set-output name=x::y\n'],
    ['"##[add-mask]x"', '"##\\u005badd-mask]x"'],
    ['#\u200d#[x]', '##\\u005bx]'],
    [':\u200d:error::x', '\\u003a:error::x'],
    ['a::b, \u001b[1mbold\u001b[22m', 'a::b, \u001b[1mbold\u001b[22m'],
  ])('%j is no command', (text, broken) => {
    expect(breakCommands(text)).toBe(broken)
  })

  test('JSON means the same as before', () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.constant('##[error]x\n::error::y')), (text) => {
        const json = JSON.stringify({ text }, null, 2)
        expect(JSON.parse(breakCommands(json))).toEqual({ text })
      }),
    )
  })
})
