import { addSaturated } from '@testwarden/core/model/count'
import { type Integers, ownIntegers } from '../compact/number-store.js'

/** The sums of two lists of the same length, as narrow as they allow. */
export function addHits(left: Integers, right: Integers): Integers {
  const sums = new Float64Array(left.length)
  for (let index = 0; index < sums.length; index++) sums[index] = addSaturated(left[index] ?? 0, right[index] ?? 0)
  return packHits(sums)
}

export function packHits(hits: ArrayLike<number>): Integers {
  let largest = 0
  for (let index = 0; index < hits.length; index++) largest = Math.max(largest, hits[index] ?? 0)
  const packed = ownIntegers(hits.length, largest)
  packed.set(hits)
  return packed
}

export function isSameList<Item>(left: ArrayLike<Item>, right: ArrayLike<Item>): boolean {
  if (left.length !== right.length) return false
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false
  return true
}
