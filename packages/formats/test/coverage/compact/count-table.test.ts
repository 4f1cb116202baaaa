import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CountTable } from '../../../src/coverage/compact/count-table.js'
import { NumberStore } from '../../../src/coverage/compact/number-store.js'

const MAX = Number.MAX_SAFE_INTEGER
const countArb = fc.oneof(fc.nat(5), fc.constantFrom(0xffff, 0xfffe, 0xffff_ffff, 0xffff_fffe, MAX, MAX - 1))
const keyArb = fc.oneof(fc.nat(20), fc.constantFrom(2 ** 16, 2 ** 32, 2 ** 52))
/** null: a section ends. */
const stepsArb = fc.array(fc.option(fc.tuple(keyArb, countArb), { freq: 4 }), { maxLength: 60 })

test.each(['sum', 'max'] as const)('a table that folds by %s holds what a map would', (merge) => {
  fc.assert(
    fc.property(stepsArb, (steps) => {
      const table = new CountTable(merge, new NumberStore())
      const model = new Map<number, number>()
      for (const step of steps) {
        if (step === null) table.pack()
        else {
          const [key, count] = step
          const known = model.get(key)
          const folded = merge === 'sum' ? Math.min((known ?? 0) + count, MAX) : Math.max(known ?? 0, count)
          model.set(key, folded)
          table.add(key, count)
        }
      }
      table.seal()
      const entries = Array.from({ length: table.size }, (_, index) => [table.keyAt(index), table.countAt(index)])
      expect(entries).toEqual([...model].sort(([left], [right]) => left - right))
      for (const key of model.keys()) expect(table.keyAt(table.find(key))).toBe(key)
      expect(table.find(21)).toBe(-1)
    }),
  )
})
