import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ContentDigest } from '../src/content-digest.js'

type Part = string | number | null

function digestOf(parts: readonly Part[]): string {
  const digest = new ContentDigest()
  for (const part of parts) typeof part === 'string' ? digest.text(part) : digest.number(part)
  return digest.digest()
}

test('lists have the same digest only where they are the same', () => {
  const part = fc.oneof(fc.string(), fc.integer({ min: 0, max: 2 ** 50 }), fc.constant(null))
  fc.assert(
    fc.property(fc.array(part), fc.array(part), (left, right) => {
      expect(digestOf(left)).toBe(digestOf([...left]))
      expect(digestOf(left) === digestOf(right)).toBe(JSON.stringify(left) === JSON.stringify(right))
    }),
  )
})

test.each([
  [
    ['ab', 'c'],
    ['a', 'bc'],
  ],
  [
    ['', 'a'],
    ['a', ''],
  ],
  [[null], []],
  [[null], ['']],
  [[1], [2 ** 32 + 1]],
  [
    [0, null],
    [null, 0],
  ],
  [
    ['a', 'b'],
    ['b', 'a'],
  ],
] as const)('%j and %j differ', (left, right) => {
  expect(digestOf(left)).not.toBe(digestOf(right))
})
