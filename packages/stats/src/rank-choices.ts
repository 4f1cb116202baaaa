import { binomial } from './binomial.js'

/** All choices of some of the values on neighbouring ranks. */
export interface Choices {
  /** How many values there are. */
  readonly values: number
  /**
   * A row for each number of chosen values, one behind the other: how many choices make twice a U of at most 0, 1, 2 and so
   * on. U counts the pairs in which a chosen value is greater than one that is not, and half of those that share a rank.
   */
  readonly upTo: Float64Array
  /** Where each row starts, and behind the last one, where all end. */
  readonly starts: readonly number[]
}

/** Numbers that are kept, of each generation: all 512 patterns of ten values have a sixth of them. */
const KNOWN_MAX = 1_000_000
let known = new Map<number, Choices>()
/** What was known before, of which whatever is asked for again stays known. */
let older = known
let knownNumbers = 0

/** @param sizes how many values share each rank, from the lowest up; 52 in all at most */
export function choicesOf(sizes: readonly number[]): Choices {
  const key = keyOf(sizes)
  const found = known.get(key)
  if (found !== undefined) return found
  const choices = older.get(key) ?? countChoices(sizes)
  keep(key, choices)
  return choices
}

function keep(key: number, choices: Choices): void {
  if (knownNumbers > KNOWN_MAX) {
    older = known
    known = new Map()
    knownNumbers = 0
  }
  known.set(key, choices)
  knownNumbers += choices.upTo.length
}

const POWERS_OF_TWO = Array.from({ length: 53 }, (_, exponent) => 2 ** exponent)

/** A bit for each value, set for the last one of its rank, behind one that is always set. */
function keyOf(sizes: readonly number[]): number {
  let key = 1
  for (const size of sizes) key = key * (POWERS_OF_TWO[size] ?? 1) + 1
  return key
}

function countChoices(sizes: readonly number[]): Choices {
  const values = sizes.reduce((sum, size) => sum + size, 0)
  const starts = [0]
  for (let chosen = 0; chosen <= values; chosen++)
    starts.push((starts[chosen] ?? 0) + 2 * chosen * (values - chosen) + 1)
  const counts = new Float64Array(starts.at(-1) ?? 0)
  counts[0] = 1
  let before = 0
  for (const size of sizes) {
    addRank({ counts, starts }, { before, size })
    before += size
  }
  for (let row = 0; row <= values; row++) addUp(counts, starts[row] ?? 0, starts[row + 1] ?? 0)
  return { values, upTo: counts, starts }
}

interface Counts {
  readonly counts: Float64Array
  readonly starts: readonly number[]
}

interface Rank {
  /** Values below it. */
  readonly before: number
  /** Values that share it. */
  readonly size: number
}

/** From the largest choice down, so that each is still read as it was before this rank. */
function addRank({ counts, starts }: Counts, { before, size }: Rank): void {
  for (let chosen = before + size; chosen > 0; chosen--) {
    for (let here = Math.max(1, chosen - before); here <= Math.min(size, chosen); here++) {
      const othersBelow = before - (chosen - here)
      const from = starts[chosen - here] ?? 0
      const to = (starts[chosen] ?? 0) + here * (2 * othersBelow + size - here)
      const most = 2 * (chosen - here) * othersBelow
      const times = binomial(size, here)
      for (let u = 0; u <= most; u++) counts[to + u] = (counts[to + u] ?? 0) + times * (counts[from + u] ?? 0)
    }
  }
}

function addUp(counts: Float64Array, start: number, end: number): void {
  for (let at = start + 1; at < end; at++) counts[at] = (counts[at] ?? 0) + (counts[at - 1] ?? 0)
}
