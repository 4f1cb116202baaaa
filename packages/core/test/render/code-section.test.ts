import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { marked } from 'marked'
import { escapeMarkdownBlock } from '../../src/render/escape.js'
import { renderTerminal } from '../../src/render/terminal.js'

test('no text ends its own block, whatever it holds', () => {
  const hostile = fc.array(
    fc.constantFrom('```', '````', '~~~', '\n', '</code>', '<!-- x', '@octocat', '#1', 'a', ' ', '\t', '::error::'),
  )
  fc.assert(
    fc.property(hostile, (parts) => {
      const tokens = marked.lexer(`${escapeMarkdownBlock(parts.join(''))}\n\nbehind`)
      expect(tokens.map(({ type }) => type).filter((type) => type !== 'space')).toEqual(['code', 'paragraph'])
    }),
  )
})

test('controls and hidden comments are shown, not hidden', () => {
  expect(escapeMarkdownBlock('a\u001b[31mb\u202ec\n<!-- testwarden:x -->')).toBe(
    '```text\na\\u{1b}[31mb\\u{202e}c\n<\\!-- testwarden:x -->\n```',
  )
})

test('a terminal shows it line by line, indented', () => {
  const text = renderTerminal([{ kind: 'code', heading: 'Trace', text: 'one\n\ttwo\u001b[2J' }], {
    columns: 40,
    style: 'plain',
  })
  expect(text).toBe('Trace\n  one\n      two\\u{1b}[2J')
})
