import { expect, test } from 'vitest'
import { Cart } from '../src/cart.ts'
import { lamp, mug } from './products.ts'

test('the subtotal counts every piece', () => {
  expect(new Cart().add(mug, 2).add(lamp).subtotal).toBe(7400)
})

test('the same product twice is one entry', () => {
  const cart = new Cart().add(lamp).add(mug).add(mug, 2)
  expect(cart.entries).toEqual([
    { product: lamp, quantity: 1 },
    { product: mug, quantity: 3 },
  ])
})

test('half a piece cannot be bought', () => {
  expect(() => new Cart().add(mug, 0.5)).toThrow(RangeError)
})

test('a removed product costs nothing', () => {
  expect(new Cart().add(mug).remove('mug').subtotal).toBe(0)
})
