import type { Receipt, ReceiptReference } from './change.js'

/** A copy of a JSON value with the ids of changes that were done in place of what refers to them; null for the others. */
export function resolveReferences(value: unknown, receipts: ReadonlyMap<string, Receipt>): unknown {
  if (Array.isArray(value)) return value.map((item) => resolveReferences(item, receipts))
  if (typeof value !== 'object' || value === null) return value
  if (isReference(value)) return idOf(receipts.get(value.ref))
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, resolveReferences(item, receipts)]))
}

/** Nothing more may stand in it: a body of somebody's own data is left alone. */
function isReference(value: object): value is ReceiptReference {
  const { ref, field } = value as Partial<ReceiptReference>
  return typeof ref === 'string' && field === 'id' && Object.keys(value).length === 2
}

function idOf(receipt: Receipt | undefined): number | string | null {
  return receipt?.status === 'done' ? (receipt.id ?? null) : null
}
