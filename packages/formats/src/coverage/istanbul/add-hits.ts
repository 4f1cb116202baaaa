import { addSaturated } from '@testwarden/core/model/count'
import { type Integers, ownIntegers } from '../compact/number-store.js'

/** The sums of two lists of the same length, as narrow as they allow. */
export function addHits(left: Integers, right: Integers): Integers {
  let largest = 0
  for (let index = 0; index < left.length; index++) largest = Math.max(largest, sumAt(left, right, index))
  const sums = ownIntegers(left.length, largest)
  for (let index = 0; index < left.length; index++) sums[index] = sumAt(left, right, index)
  return sums
}

function sumAt(left: Integers, right: Integers, index: number): number {
  return addSaturated(left[index] ?? 0, right[index] ?? 0)
}

export function packHits(hits: ArrayLike<number>): Integers {
  let largest = 0
  for (let index = 0; index < hits.length; index++) largest = Math.max(largest, hits[index] ?? 0)
  const packed = ownIntegers(hits.length, largest)
  packed.set(hits)
  return packed
}

export function isSameIntegers(left: Int32Array, right: Int32Array): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}

export function isSameTexts(left: readonly string[], right: readonly string[]): boolean {
  return left.length === right.length && left.every((text, index) => text === right[index])
}
