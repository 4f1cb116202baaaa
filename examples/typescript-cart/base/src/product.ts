export interface Product {
  readonly sku: string
  readonly name: string
  /** In cents. */
  readonly price: number
  readonly weightGrams: number
}

export function requireProduct(catalogue: ReadonlyMap<string, Product>, sku: string): Product {
  const product = catalogue.get(sku)
  if (product === undefined) {
    throw new Error(`no product has the number ${sku}`)
  }
  return product
}
