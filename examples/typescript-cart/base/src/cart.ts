import type { Product } from './product.ts'

export interface Entry {
  readonly product: Product
  readonly quantity: number
}

/** What a customer means to buy. Every change makes a new cart. */
export class Cart {
  readonly entries: readonly Entry[]

  constructor(entries: readonly Entry[] = []) {
    this.entries = entries
  }

  add(product: Product, quantity = 1): Cart {
    if (!Number.isInteger(quantity) || quantity < 1) {
      throw new RangeError(`a quantity is a whole number from 1, not ${quantity}`)
    }
    const known = this.entries.find((entry) => entry.product.sku === product.sku)
    if (known === undefined) {
      return new Cart([...this.entries, { product, quantity }])
    }
    const grown = { product, quantity: known.quantity + quantity }
    return new Cart(this.entries.map((entry) => (entry === known ? grown : entry)))
  }

  remove(sku: string): Cart {
    return new Cart(this.entries.filter((entry) => entry.product.sku !== sku))
  }

  get subtotal(): number {
    return this.entries.reduce((sum, entry) => sum + entry.product.price * entry.quantity, 0)
  }

  get weightGrams(): number {
    return this.entries.reduce((sum, entry) => sum + entry.product.weightGrams * entry.quantity, 0)
  }
}
