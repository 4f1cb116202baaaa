import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { CountTables } from '../../../src/coverage/compact/count-tables.js'
import { NumberStore } from '../../../src/coverage/compact/number-store.js'
import { type CountMerge, mergeCounts } from '../../../src/coverage/compact/pending-counts.js'

const MAX = Number.MAX_SAFE_INTEGER
const TABLES = 3
const countArb = fc.oneof(fc.nat(5), fc.constantFrom(0, 0xffff, 0xfffe, 0xffff_ffff, 0xffff_fffe, MAX, MAX - 1))
const keyArb = fc.oneof(fc.nat(20), fc.constantFrom(2 ** 16, 2 ** 32, 2 ** 52))
/** An entry of a table; without one its section ends. */
const stepsArb = fc.array(fc.tuple(fc.nat(TABLES - 1), fc.option(fc.tuple(keyArb, countArb), { freq: 6 })), {
  maxLength: 80,
})

function entriesOf(tables: CountTables, table: number): unknown {
  return Array.from({ length: tables.size(table) }, (_, index) => [
    tables.keyAt(table, index),
    tables.countAt(table, index),
  ])
}

test.each<CountMerge>(['sum', 'max'])('tables that fold by %s hold what maps would', (merge) => {
  fc.assert(
    fc.property(stepsArb, (steps) => {
      const tables = new CountTables(merge, new NumberStore())
      const models = Array.from({ length: TABLES }, () => new Map<number, number>())
      for (const [table, entry] of steps) {
        if (entry === null) tables.pack(table)
        else {
          const [key, count] = entry
          models[table]?.set(key, mergeCounts(models[table].get(key) ?? 0, count, merge))
          tables.add(table, key, count)
        }
      }
      tables.sealAll()
      for (const [table, model] of models.entries()) {
        const sorted = [...model].sort(([left], [right]) => left - right)
        expect(entriesOf(tables, table)).toEqual(sorted)
        expect([...tables.counts(table)]).toEqual(sorted.map(([, count]) => count))
        for (const key of model.keys()) expect(tables.keyAt(table, tables.find(table, key))).toBe(key)
        expect(tables.find(table, 21)).toBe(-1)
      }
    }),
    { numRuns: 300 },
  )
})

test.each([
  'ascending',
  'descending',
  'shuffled',
])('a table of %s keys in tiny sections is packed in no time', (order) => {
  const tables = new CountTables('sum', new NumberStore())
  const size = 200_003
  const keyOf = {
    ascending: (n: number) => n,
    descending: (n: number) => size - n,
    shuffled: (n: number) => (n * 7919) % size,
  }
  for (let index = 1; index < size; index++) {
    tables.add(0, keyOf[order as keyof typeof keyOf](index), index)
    tables.pack(0)
  }
  tables.sealAll()
  expect([tables.size(0), tables.keyAt(0, 0), tables.keyAt(0, size - 2)]).toEqual([size - 1, 1, size - 1])
})

test('tables that nothing was added to are empty', () => {
  const tables = new CountTables('sum', new NumberStore())
  tables.add(1, 0, 7)
  tables.sealAll()
  expect([tables.size(0), tables.size(1), tables.size(1000)]).toEqual([0, 1, 0])
  expect([tables.find(0, 0), tables.find(1000, 0), tables.find(1, 0)]).toEqual([-1, -1, 0])
  expect([...tables.counts(0), ...tables.counts(1000)]).toEqual([])
})
