import type { Cart } from './cart.ts'
import { shippingCost, type Zone } from './shipping.ts'

export function receipt(cart: Cart, zone: Zone): string {
  const shipping = shippingCost(cart, zone)
  const rows = cart.entries.map(
    ({ product, quantity }) => `${quantity} x ${product.name}: ${euros(product.price * quantity)}`,
  )
  rows.push(shipping === 0 ? 'shipping: free' : `shipping: ${euros(shipping)}`)
  rows.push(`total: ${euros(cart.subtotal + shipping)}`)
  return rows.join('\n')
}

export function euros(cents: number): string {
  return `${(cents / 100).toFixed(2)} EUR`
}
