import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { decodeNumbers, encodeNumbers, gapsOf, positionsOf } from '../../src/tests/number-text.js'

const anyNumber = fc.oneof(fc.nat({ max: 50 }), fc.nat({ max: 0x7fff_ffff }))

test('numbers come back as they were, small ones from one character each', () => {
  fc.assert(
    fc.property(fc.array(anyNumber), (numbers) => {
      expect([...(decodeNumbers(encodeNumbers(numbers)) ?? [])]).toEqual(numbers)
    }),
  )
  expect(encodeNumbers(Array.from({ length: 40 }, (_, number) => number))).toHaveLength(40)
})

test.each(['~', '~~~~~~~~B', 'a b', '[redacted]', 'A', 'ü', '000000000000'])('%j is no text of numbers', (text) => {
  expect(decodeNumbers(text)).toBeNull()
})

test('positions come back from their gaps, and none lies behind the end', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat({ max: 1_000 })), (some) => {
      const positions = some.sort((left, right) => left - right)
      const gaps = Int32Array.from(gapsOf(positions))
      expect([...(positionsOf(gaps, 1_001) ?? [])]).toEqual(positions)
      const last = positions.at(-1)
      if (last !== undefined) expect(positionsOf(gaps, last)).toBeNull()
    }),
  )
})
