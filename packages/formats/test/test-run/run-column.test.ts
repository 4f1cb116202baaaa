import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { RunColumn } from '../../src/test-run/run-column.js'

test('every number comes back, asked for in any order', () => {
  const numbers = fc.array(fc.nat(3), { minLength: 1, maxLength: 60 })
  fc.assert(
    fc.property(numbers, fc.array(fc.nat(59), { maxLength: 40 }), fc.option(fc.nat(59)), (values, questions, from) => {
      const column = new RunColumn()
      for (const [index, value] of values.entries()) column.set(index, value)
      if (from !== null && from < values.length) column.setFrom(from, 9)
      const expected = values.map((value, index) =>
        from !== null && from < values.length && index >= from ? 9 : value,
      )
      const asked = [...questions.filter((question) => question < values.length), ...values.keys()]
      expect(asked.map((index) => column.at(index))).toEqual(asked.map((index) => expected[index]))
    }),
  )
})
