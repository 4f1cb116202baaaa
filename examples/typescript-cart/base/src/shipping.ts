import type { Cart } from './cart.ts'

const FREE_FROM_CENTS = 5000

export type Zone = 'home' | 'neighbour' | 'world'

/** In cents. */
export function shippingCost(cart: Cart, zone: Zone): number {
  if (zone === 'home' && cart.subtotal >= FREE_FROM_CENTS) {
    return 0
  }
  const kilograms = Math.ceil(cart.weightGrams / 1000)
  return baseCost(zone) + kilograms * 50
}

function baseCost(zone: Zone): number {
  switch (zone) {
    case 'home':
      return 390
    case 'neighbour':
      return 990
    case 'world':
      return 2490
  }
}
