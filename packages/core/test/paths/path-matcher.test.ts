import { expect, test } from '@jest/globals'
import { createPathMatcher } from '../../src/paths/path-matcher.js'

test.each([
  ['src/**', 'src/a/b.ts', true],
  ['src', 'src/a/b.ts', true],
  ['./src/', 'src/a/b.ts', true],
  ['src', 'srcs/a.ts', false],
  ['**/*.py', '.hidden/a.py', true],
  ['src/a.ts', 'src/a.ts', true],
  ['.', 'anything', true],
  ['!src/a.ts', 'src/b.ts', false],
])('%j means %j: %s', (pattern, path, expected) => {
  expect(createPathMatcher(pattern)(path)).toBe(expected)
})

test('a pattern made to take for ever ends', () => {
  expect(createPathMatcher(`${'+(a|'.repeat(12)}b${')'.repeat(12)}c`)('a'.repeat(40))).toBe(false)
})
