/** Non-negative integers up to 2^53 - 1, as narrow as they allow. */
export type Integers = Uint16Array | Uint32Array | Float64Array

const UINT16_MAX = 0xffff
const UINT32_MAX = 0xffff_ffff
const OFFSET_BITS = 15
const SHELF_LENGTH = 2 ** OFFSET_BITS
const OFFSET_MASK = SHELF_LENGTH - 1
/** A larger piece has an array of its own: it would waste what is left of a shelf. */
const MAX_SHARED_LENGTH = SHELF_LENGTH / 16
const NOTHING = new Uint16Array(0)

/**
 * Hands out pieces of large arrays, known by their address. A report of a hundred thousand files needs several times as
 * many small arrays, and each array of its own, or even each view of a shared one, costs hundreds of bytes beside its
 * numbers.
 */
export class NumberStore {
  private readonly shelves: Integers[] = []
  private readonly shared = new Map<IntegerArray, SharedShelf>()
  /** Shelves whose array was given back. */
  private readonly vacant: number[] = []

  /** @returns the address of zeros; there is room for numbers up to `largest` */
  take(length: number, largest: number): number {
    if (length > MAX_SHARED_LENGTH) return this.addShelf(ownIntegers(length, largest)) * SHELF_LENGTH
    const type = narrowest(largest)
    const known = this.shared.get(type)
    const shelf = known !== undefined && known.used + length <= SHELF_LENGTH ? known : this.shareNewShelf(type)
    shelf.used += length
    return shelf.number * SHELF_LENGTH + shelf.used - length
  }

  /** Ends the use of a piece. Only long ones make room: ask for short ones as if they stayed. */
  giveBack(address: number, length: number): void {
    if (length <= MAX_SHARED_LENGTH) return
    const shelf = address >>> OFFSET_BITS
    this.shelves[shelf] = NOTHING
    this.vacant.push(shelf)
  }

  numberAt(address: number, index: number): number {
    return this.shelves[address >>> OFFSET_BITS]?.[(address & OFFSET_MASK) + index] ?? 0
  }

  set(address: number, index: number, value: number): void {
    const shelf = this.shelves[address >>> OFFSET_BITS]
    if (shelf !== undefined) shelf[(address & OFFSET_MASK) + index] = value
  }

  copy(from: number, to: number, length: number): void {
    this.view(to, length).set(this.view(from, length))
  }

  /** For work on many numbers of a piece, not to be kept. */
  view(address: number, length: number): Integers {
    const offset = address & OFFSET_MASK
    return (this.shelves[address >>> OFFSET_BITS] ?? NOTHING).subarray(offset, offset + length)
  }

  /** The largest number that a piece can hold. */
  largestAt(address: number): number {
    const shelf = this.shelves[address >>> OFFSET_BITS]
    if (shelf instanceof Float64Array) return Number.MAX_SAFE_INTEGER
    return shelf instanceof Uint32Array ? UINT32_MAX : UINT16_MAX
  }

  private shareNewShelf(type: IntegerArray): SharedShelf {
    const shelf = { number: this.addShelf(new type(SHELF_LENGTH)), used: 0 }
    this.shared.set(type, shelf)
    return shelf
  }

  private addShelf(integers: Integers): number {
    const shelf = this.vacant.pop() ?? this.shelves.length
    this.shelves[shelf] = integers
    return shelf
  }
}

/** An array that belongs to no store. */
export function ownIntegers(length: number, largest: number): Integers {
  return new (narrowest(largest))(length)
}

type IntegerArray = Uint16ArrayConstructor | Uint32ArrayConstructor | Float64ArrayConstructor

/** The shelf that short pieces are cut from. */
interface SharedShelf {
  readonly number: number
  used: number
}

function narrowest(largest: number): IntegerArray {
  if (largest <= UINT16_MAX) return Uint16Array
  return largest <= UINT32_MAX ? Uint32Array : Float64Array
}
