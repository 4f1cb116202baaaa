/**
 * Numbers that look random and are the same for the same seed: a Weyl sequence whose steps are mixed by multiplications
 * and shifts until every bit depends on every other.
 * @param {number} seed
 */
export function seededRandom(seed) {
  let state = Math.imul(seed + 1, 0x9e3779b1) >>> 0
  /** From 0 (included) to 1 (excluded). */
  function next() {
    state = (state + 0x9e3779b9) >>> 0
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad)
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97)
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32
  }
  return {
    chance: (probability) => next() < probability,
    /** Whole numbers from `least` to `most`, both included. */
    between: (least, most) => least + Math.floor(next() * (most - least + 1)),
    /** Every order of magnitude as likely as the next. */
    logarithmic: (least, most) => least * (most / least) ** next(),
  }
}
