import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { lineOfKey, NameNumbers, nameKey, numberOfKey } from '../../src/compact/name-numbers.js'

const nameArb = fc.oneof(
  fc.string(),
  fc.string({ unit: 'binary' }),
  fc.constantFrom('', '0,0', '__proto__', 'ÿ', 'Ā', '\ud800'),
)

test('equal names have one number, others their own, in the order of their coming', () => {
  fc.assert(
    fc.property(fc.array(nameArb, { maxLength: 60 }), (names) => {
      const numbers = new NameNumbers()
      const model = new Map<string, number>()
      for (const name of names) {
        if (!model.has(name)) model.set(name, model.size)
        expect(numbers.numberOf(name)).toBe(model.get(name))
        expect(numbers.numberOfSpan(`<${name}>`, 1, 1 + name.length)).toBe(model.get(name))
      }
      for (const [name, number] of model) expect([numbers.nameOf(number), numbers.find(name)]).toEqual([name, number])
      expect(numbers.find('no such name, or it would be odd')).toBeUndefined()
      expect(numbers.nameOf(model.size)).toBe('')
    }),
  )
})

test('names keep their numbers when they become many', () => {
  const numbers = new NameNumbers()
  const names = Array.from({ length: 50_000 }, (_, index) => `name_${index}`)
  const given = names.map((name) => numbers.numberOf(name))
  expect(given).toEqual([...names.keys()])
  expect(names.map((name) => numbers.find(name))).toEqual(given)
  expect(given.map((number) => numbers.nameOf(number ?? -1))).toEqual(names)
})

test('names of any length are kept whole', () => {
  const numbers = new NameNumbers()
  const names = ['a'.repeat(300_000), 'b', `${'c'.repeat(70_000)}\u4e2d`, 'd'.repeat(65_536)]
  for (const name of names) numbers.numberOf(name)
  for (const [number, name] of names.entries()) expect(numbers.nameOf(number) === name).toBe(true)
})

test('names made to have one hash are told apart', () => {
  const names = collidingNames(50)
  expect(new Set(names).size).toBe(names.length)
  const numbers = new NameNumbers()
  expect(names.map((name) => numbers.numberOf(name))).toEqual([...names.keys()])
  expect(names.map((name) => numbers.find(name))).toEqual([...names.keys()])
})

test('a name key sorts by line and gives back line and number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 31 - 1 }), fc.integer({ min: 0, max: 2 ** 22 - 1 }), (line, number) => {
      const key = nameKey(line, number)
      expect([lineOfKey(key), numberOfKey(key)]).toEqual([line, number])
      expect(nameKey(line + 1, 0)).toBeGreaterThan(key)
    }),
  )
})

const FNV_PRIME = 0x01000193
const FNV_PRIME_INVERSE = 0x359c449b
const FNV_START = 0x811c9dc5

/** FNV-1a can be run backwards: two last characters bring a text to a given hash where the first of them sets the upper half. */
function collidingNames(count: number): string[] {
  const wanted = Math.imul(0x12345678, FNV_PRIME_INVERSE)
  const names: string[] = []
  for (let prefix = 0; names.length < count; prefix++) {
    const state = Math.imul(FNV_START ^ prefix, FNV_PRIME)
    for (let code = 0; code <= 0xffff && names.length < count; code++) {
      const last = Math.imul(state ^ code, FNV_PRIME) ^ wanted
      if (last >>> 16 === 0) names.push(String.fromCharCode(prefix, code, last))
    }
  }
  return names
}
