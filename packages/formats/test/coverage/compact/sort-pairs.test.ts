import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { sortPairs } from '../../../src/coverage/compact/sort-pairs.js'

test('keys are brought into order with their values, as far as asked', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { maxLength: 80 }), fc.nat(80), (given, wanted) => {
      const length = Math.min(wanted, given.length)
      const [keys, values] = [[...given], given.map((key) => key * 10)]
      sortPairs({ keys, values }, length)
      const head = given.slice(0, length).sort((left, right) => left - right)
      expect(keys).toEqual([...head, ...given.slice(length)])
      expect(values).toEqual(keys.map((key) => key * 10))
    }),
  )
})
