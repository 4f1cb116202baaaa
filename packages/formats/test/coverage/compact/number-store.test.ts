import { expect, test } from '@jest/globals'
import fc from 'fast-check'
import { NumberStore } from '../../../src/coverage/compact/number-store.js'

const WIDTHS = [1, 0xffff, 0x1_0000, 0xffff_ffff, 2 ** 53 - 1]

test('pieces hold their own numbers, whatever their widths and lengths', () => {
  const askArb = fc.tuple(fc.nat(3000), fc.constantFrom(...WIDTHS))
  fc.assert(
    fc.property(fc.array(askArb, { maxLength: 40 }), (asks) => {
      const store = new NumberStore()
      const pieces = asks.map(([length, largest], index) => {
        const address = store.take(length, largest)
        expect(store.view(address, length).every((number) => number === 0)).toBe(true)
        for (let at = 0; at < length; at++) store.set(address, at, Math.min(index, largest))
        return address
      })
      for (const [index, [length, largest]] of asks.entries()) {
        const view = store.view(pieces[index] ?? 0, length)
        expect(view).toHaveLength(length)
        expect(view.every((number) => number === Math.min(index, largest))).toBe(true)
      }
    }),
    { numRuns: 30 },
  )
})

test.each(WIDTHS)('a piece for numbers up to %i keeps that number', (largest) => {
  const store = new NumberStore()
  const address = store.take(2, largest)
  store.set(address, 1, largest)
  expect([store.numberAt(address, 0), store.numberAt(address, 1)]).toEqual([0, largest])
  expect(store.largestAt(address)).toBeGreaterThanOrEqual(largest)
})

test('a long piece that was given back leaves the others alone', () => {
  const store = new NumberStore()
  const [short, long] = [store.take(3, 9), store.take(5000, 9)]
  store.set(short, 2, 7)
  store.giveBack(long, 5000)
  store.giveBack(short, 3)
  const next = store.take(6000, 9)
  expect(next).toBe(long)
  expect([store.numberAt(short, 2), store.numberAt(next, 5999)]).toEqual([7, 0])
})

test('a copy takes as many numbers as asked, into a wider piece', () => {
  const store = new NumberStore()
  const [narrow, wide] = [store.take(3, 9), store.take(4, 2 ** 40)]
  for (let at = 0; at < 3; at++) store.set(narrow, at, at + 1)
  store.copy(narrow, wide, 2)
  expect([...store.view(wide, 4)]).toEqual([1, 2, 0, 0])
})
