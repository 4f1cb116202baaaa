import type { Cart } from './cart.ts'

export type Voucher =
  | { readonly kind: 'percent'; readonly percent: number; readonly atLeast: number }
  | { readonly kind: 'amount'; readonly cents: number }

/** What a voucher takes off, in cents: never more than the cart costs. */
export function discount(cart: Cart, voucher: Voucher): number {
  if (voucher.kind === 'percent') {
    return cart.subtotal < voucher.atLeast ? 0 : Math.round((cart.subtotal * voucher.percent) / 100)
  }
  return Math.min(voucher.cents, cart.subtotal)
}

/** The voucher that saves the customer most; the first of equals. */
export function bestVoucher(cart: Cart, vouchers: readonly Voucher[]): Voucher | null {
  let best: Voucher | null = null
  let saved = 0
  for (const voucher of vouchers) {
    const saving = discount(cart, voucher)
    if (saving > saved) {
      best = voucher
      saved = saving
    }
  }
  return best
}

/** Reads `10%`, `10% from 50` or `5.00`. */
export function parseVoucher(text: string): Voucher {
  const percent = /^(\d{1,2})%(?: from (\d+))?$/.exec(text)
  if (percent !== null) {
    const euros = Number(percent[2] ?? '0')
    return { kind: 'percent', percent: Number(percent[1]), atLeast: euros * 100 }
  }
  const amount = /^(\d+)\.(\d\d)$/.exec(text)
  if (amount === null) {
    throw new Error(`not a voucher: ${text}`)
  }
  return { kind: 'amount', cents: Number(amount[1]) * 100 + Number(amount[2]) }
}
