import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { readQuotedPath } from '../../src/diff/quoted-path.js'

test.each([
  ['"a/b.ts"', 'a/b.ts'],
  [String.raw`"tab\there"`, 'tab\there'],
  [String.raw`"\a\b\t\n\v\f\r"`, '\u0007\b\t\n\v\f\r'],
  [String.raw`"quote\" backslash\\"`, 'quote" backslash\\'],
  [String.raw`"\303\244.ts"`, 'ä.ts'],
  [String.raw`"\360\237\230\200"`, '😀'],
  ['"ä 中.ts"', 'ä 中.ts'],
  ['""', ''],
])('%s is %j', (text, path) => {
  expect(readQuotedPath(text, 0)).toEqual({ path, end: text.length })
})

test('what stands in front and behind is no part of it', () => {
  expect(readQuotedPath('diff "a b" "c"', 5)).toEqual({ path: 'a b', end: 10 })
})

test('bytes that are no text are replaced, not lost', () => {
  expect(readQuotedPath(String.raw`"a\377b"`, 0)?.path).toBe('a\ufffdb')
})

test.each([
  ['no closing quote', '"a'],
  ['a closing quote that is escaped', String.raw`"a\"`],
  ['an unknown escape', String.raw`"\x41"`],
  ['an octal number of two digits', String.raw`"\12"`],
  ['an octal number beyond a byte', String.raw`"\400"`],
  ['a backslash at the very end', '"a\\'],
])('%s makes it no path', (_, text) => {
  expect(readQuotedPath(text, 0)).toBeNull()
})

test('any path that is quoted as git does it comes back', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (path) => {
      const bytes = [...new TextEncoder().encode(path)]
      const quoted = `"${bytes.map((byte) => `\\${byte.toString(8).padStart(3, '0')}`).join('')}"`
      expect(readQuotedPath(quoted, 0)).toEqual({ path, end: quoted.length })
    }),
  )
})
