import { expect, test } from '@jest/globals'
import { expandReferences, readReference } from '../../src/xml/references.js'

test.each([
  ['amp', '&'],
  ['#65', 'A'],
  ['#x1F600', '😀'],
  ['#x000041', 'A'],
])('&%s; stands for %s', (body, text) => {
  expect(readReference(body)).toEqual({ text })
})

test.each([
  '',
  '#',
  '#x',
  '#xD800',
  '#0',
  '#1114112',
  '#-1',
  'nbsp',
  'a b',
  'constructor',
])('&%s; stands for nothing, and the problem is told', (body) => {
  expect(readReference(body)).toEqual({ problem: expect.stringMatching(/./) })
})

test('references in a text are expanded once', () => {
  expect(expandReferences('&amp;lt; &#38;gt; x')).toBe('&lt; &gt; x')
})
