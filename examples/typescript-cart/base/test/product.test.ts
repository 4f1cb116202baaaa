import { expect, test } from 'vitest'
import { requireProduct } from '../src/product.ts'
import { mug } from './products.ts'

test('a product is found by its number', () => {
  expect(requireProduct(new Map([['mug', mug]]), 'mug')).toBe(mug)
})
