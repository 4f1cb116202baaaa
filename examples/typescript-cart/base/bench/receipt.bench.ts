import { bench, describe } from 'vitest'
import { Cart } from '../src/cart.ts'
import type { Product } from '../src/product.ts'
import { receipt } from '../src/receipt.ts'

function cartOf(count: number): Cart {
  const products: Product[] = Array.from({ length: count }, (_, n) => ({
    sku: `sku-${n}`,
    name: `Product ${n}`,
    price: 100 + n,
    weightGrams: 50,
  }))
  return new Cart(products.map((product) => ({ product, quantity: 1 })))
}

describe('a receipt', () => {
  for (const count of [10, 100]) {
    const cart = cartOf(count)
    bench(`of ${count} products`, () => void receipt(cart, 'home'), { time: 100, warmupTime: 50 })
  }
})
