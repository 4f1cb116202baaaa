import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { ascending } from '../src/ascending.js'

test('sorts few values and many as a list of numbers does, NaN last, and leaves the list alone', () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { maxLength: 80 }), (values) => {
      const before = [...values]
      const sorted = ascending(values)
      expect(values).toEqual(before)
      // A list of doubles tells -0 from 0; for ranks and medians they are one.
      expect(sorted.map((value) => value + 0)).toEqual([...Float64Array.from(values).sort()].map((value) => value + 0))
    }),
  )
})
