import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { compilePattern, saysSomething } from '../../src/categories/pattern.js'

function matches(pattern: string, line: string): boolean {
  return compilePattern(pattern).matches(line.toLowerCase())
}

describe('a pattern', () => {
  test.each([
    ['session closed', 'the session closed'],
    ['Session Closed', 'SESSION CLOSED'],
    ['session * closed', 'session of x is closed.'],
    ['foo*', 'foobar'],
    ['*bar', 'foobar'],
    ['Error:', 'TypeError: x'.replace('Type', '')],
    ['got * want', 'got wanted, want 4'],
    ['a*b*c', 'a c b a c'],
    ['want', 'unwanted want'],
  ])('%s is in "%s"', (pattern, line) => {
    expect(matches(pattern, line)).toBe(true)
  })

  test.each([
    ['session closed', 'obsession closed'],
    ['session closed', 'session closedown'],
    ['session * closed', 'closed session'],
    ['session*closed', 'HTTP session login failed; dialog enclosed_by x'.replace('enclosed', 'closed')],
    ['foo*', 'barfoo'],
    ['want', 'unwanted'],
    ['größe', 'übergröße'],
  ])('%s is not in "%s"', (pattern, line) => {
    expect(matches(pattern, line)).toBe(false)
  })
})

test('what a pattern finds, it finds with anything around it that is no word', () => {
  fc.assert(
    fc.property(fc.stringMatching(/^[a-z ]{1,12}$/), fc.string(), (inside, around) => {
      expect(matches(`till ${inside}*x`, `${around} till ${inside}${around}x ${around}`)).toBe(true)
    }),
  )
})

test('a hint is part of every line that matches', () => {
  expect(compilePattern('Port * is already in use').hint).toBe(' is already in use')
})

test.each([
  ['a', true],
  ['404', true],
  ['* *', false],
  ['', false],
  ['***', false],
  [': -', false],
])('%j says something: %p', (pattern, says) => {
  expect(saysSomething(pattern)).toBe(says)
})

test.each([
  'a*'.repeat(90).concat('b'),
  `${'a'.repeat(100)}b`,
  '*'.repeat(200).concat('b'),
])('a line that nearly fits is not %s', (pattern) => {
  expect(matches(pattern, 'a'.repeat(20_000))).toBe(false)
})
