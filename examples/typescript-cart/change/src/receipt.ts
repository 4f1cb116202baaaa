import type { Cart } from './cart.ts'
import { shippingCost, type Zone } from './shipping.ts'
import { bestVoucher, discount, type Voucher } from './voucher.ts'

export function receipt(cart: Cart, zone: Zone, vouchers: readonly Voucher[] = []): string {
  const shipping = shippingCost(cart, zone)
  const voucher = bestVoucher(cart, vouchers)
  const saved = voucher === null ? 0 : discount(cart, voucher)
  const rows = cart.entries.map(
    ({ product, quantity }) => `${quantity} x ${product.name}: ${euros(product.price * quantity)}`,
  )
  if (saved > 0) {
    rows.push(`voucher: -${euros(saved)}`)
  }
  rows.push(shipping === 0 ? 'shipping: free' : `shipping: ${euros(shipping)}`)
  rows.push(`total: ${euros(cart.subtotal - saved + shipping)}`)
  return rows.join('\n')
}

export function euros(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`
}
