import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NumberStore } from '../../../src/coverage/compact/number-store.js'

test('pieces hold their own numbers, whatever their widths and lengths', () => {
  const askArb = fc.tuple(fc.nat(3000), fc.constantFrom(1, 0xffff, 0x1_0000, 0xffff_ffff, 2 ** 53 - 1))
  fc.assert(
    fc.property(fc.array(askArb, { maxLength: 40 }), (asks) => {
      const store = new NumberStore()
      const pieces = asks.map(([length, largest], index) => store.take(length, largest).fill(Math.min(index, largest)))
      for (const [index, [length, largest]] of asks.entries()) {
        expect(pieces[index]).toHaveLength(length)
        expect(pieces[index]?.every((number) => number === Math.min(index, largest))).toBe(true)
        if (length > 0) expect(store.take(length, largest).fill(largest)[0]).toBe(largest)
      }
    }),
    { numRuns: 30 },
  )
})
