/** Non-negative integers up to 2^53 - 1, as narrow as they allow. */
export type Integers = Uint16Array | Uint32Array | Float64Array

const UINT16_MAX = 0xffff
const UINT32_MAX = 0xffff_ffff
const SHELF_LENGTH = 32 * 1024
/** A larger piece has an array of its own: it would waste what is left of a shelf. */
const MAX_PIECE_LENGTH = SHELF_LENGTH / 16

/**
 * Hands out pieces of large arrays. A report of ten thousand files needs ten times as many small arrays, and each array
 * of its own costs hundreds of bytes beside its numbers. Pieces are never given back: ask once for what stays.
 */
export class NumberStore {
  private readonly shelves = new Map<IntegerArray, Shelf>()

  /** @returns zeros; room for numbers up to `largest` */
  take(length: number, largest: number): Integers {
    if (length > MAX_PIECE_LENGTH) return ownIntegers(length, largest)
    const type = narrowest(largest)
    const shelf = this.shelves.get(type)
    const hasRoom = shelf !== undefined && shelf.used + length <= SHELF_LENGTH
    return cut(hasRoom ? shelf : this.newShelf(type), length)
  }

  private newShelf(type: IntegerArray): Shelf {
    const shelf = { integers: new type(SHELF_LENGTH), used: 0 }
    this.shelves.set(type, shelf)
    return shelf
  }
}

/** An array of its own, for what may be replaced soon. */
export function ownIntegers(length: number, largest: number): Integers {
  return new (narrowest(largest))(length)
}

/** The largest number that an array can hold. */
export function maxOf(integers: Integers): number {
  if (integers instanceof Uint16Array) return UINT16_MAX
  return integers instanceof Uint32Array ? UINT32_MAX : Number.MAX_SAFE_INTEGER
}

type IntegerArray = Uint16ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor

interface Shelf {
  readonly integers: Integers
  used: number
}

function cut(shelf: Shelf, length: number): Integers {
  shelf.used += length
  return shelf.integers.subarray(shelf.used - length, shelf.used)
}

function narrowest(largest: number): IntegerArray {
  if (largest <= UINT16_MAX) return Uint16Array
  return largest <= UINT32_MAX ? Uint32Array : Float64Array
}
