/** Numbers that look random and are the same for the same seed. */
export interface SeededRandom {
  /** From 0 (included) to 1 (excluded). */
  next(): number
  /** A whole number from 0 (included) to `below` (excluded). */
  below(below: number): number
}

/**
 * A Weyl sequence whose steps are mixed by multiplications and shifts until every bit depends on every other.
 * @param seed a whole number; its last 32 bits count
 */
export function seededRandom(seed: number): SeededRandom {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  function next(): number {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  return { next, below: (below) => Math.floor(next() * below) }
}

/** A seed that depends on every bit of the values and on their order: FNV-1a over their bytes. */
export function seedOf(values: Float64Array): number {
  let hash = 0x811c9dc5
  for (const word of new Uint32Array(values.slice().buffer)) {
    hash = Math.imul(hash ^ (word & 0xffff), 0x01000193)
    hash = Math.imul(hash ^ (word >>> 16), 0x01000193)
  }
  return hash >>> 0
}
