import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { TextColumn } from '../../src/test-run/text-column.js'

test('every text comes back, however many there are', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'binary', maxLength: 8 }), { maxLength: 60 }),
      fc.nat(100),
      (texts, rounds) => {
        const column = new TextColumn()
        const all = Array.from({ length: rounds }, () => texts).flat()
        for (const text of all) column.push(text)
        expect(column).toHaveLength(all.length)
        expect(all.map((_, index) => column.at(index))).toEqual(all)
      },
    ),
    { numRuns: 30 },
  )
})
