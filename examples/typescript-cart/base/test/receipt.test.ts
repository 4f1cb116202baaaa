import { expect, test } from 'vitest'
import { Cart } from '../src/cart.ts'
import { receipt } from '../src/receipt.ts'
import { lamp, mug } from './products.ts'

test('a small order pays for its shipping', () => {
  expect(receipt(new Cart().add(mug), 'home').split('\n')).toEqual([
    '1 x Mug: 12.50 EUR',
    'shipping: 4.40 EUR',
    'total: 16.90 EUR',
  ])
})

test('a large order at home ships for free', () => {
  expect(receipt(new Cart().add(lamp).add(mug), 'home')).toContain('shipping: free')
})

test('a neighbour pays more', () => {
  expect(receipt(new Cart().add(mug), 'neighbour')).toContain('shipping: 10.40 EUR')
})
