import { expect, test } from 'vitest'
import { Cart } from '../src/cart.ts'
import { bestVoucher, discount, type Voucher } from '../src/voucher.ts'
import { lamp, mug } from './products.ts'

const tenPercent: Voucher = { kind: 'percent', percent: 10, atLeast: 2000 }
const threeEuros: Voucher = { kind: 'amount', cents: 300 }

test('a percentage counts from its threshold', () => {
  expect(discount(new Cart().add(lamp), tenPercent)).toBe(490)
  expect(discount(new Cart().add(mug), tenPercent)).toBe(0)
})

test('the better voucher wins', () => {
  expect(bestVoucher(new Cart().add(lamp), [threeEuros, tenPercent])).toBe(tenPercent)
  expect(bestVoucher(new Cart().add(mug), [threeEuros, tenPercent])).toBe(threeEuros)
})
