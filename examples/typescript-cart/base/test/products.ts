import type { Product } from '../src/product.ts'

export const mug: Product = { sku: 'mug', name: 'Mug', price: 1250, weightGrams: 350 }
export const lamp: Product = { sku: 'lamp', name: 'Lamp', price: 4900, weightGrams: 1800 }
