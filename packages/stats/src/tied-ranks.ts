import type { Tails } from './alternative.js'
import { binomial } from './binomial.js'
import { type Choices, choicesOf } from './rank-choices.js'

interface TiedPattern {
  readonly first: number
  readonly second: number
  /** How many values share each rank, from the lowest up. */
  readonly ties: readonly number[]
}

/**
 * Chances of Mann and Whitney's U with ties. Choices of the first sample are counted for the lower and the upper ranks apart,
 * then all that fit together: samples of ten have so few patterns of ties in a half of them that most are known already.
 */
export function tiedTails(doubledU: number, { first, second, ties }: TiedPattern): Tails {
  const cut = middleRank(ties, (first + second) / 2)
  const halves = { lower: choicesOf(ties.slice(0, cut)), upper: choicesOf(ties.slice(cut)), chosen: first }
  const all = binomial(first + second, first)
  const { upTo, below } = countChoices(doubledU, halves)
  return { asLow: upTo / all, asHigh: (all - below) / all }
}

/** Behind how many ranks half of the values lie, or as many as come near to it. */
function middleRank(ties: readonly number[], half: number): number {
  let values = 0
  const rank = ties.findIndex((size) => {
    values += size
    return values > half
  })
  return Math.max(1, rank)
}

interface Halves {
  readonly lower: Choices
  readonly upper: Choices
  readonly chosen: number
}

/** How many choices make twice a U of at most some value, and how many less. */
interface Counted {
  upTo: number
  below: number
}

function countChoices(doubledU: number, { lower, upper, chosen }: Halves): Counted {
  const counted = { upTo: 0, below: 0 }
  const most = Math.min(chosen, lower.values)
  for (let below = Math.max(0, chosen - upper.values); below <= most; below++) {
    // Each that is chosen above is greater than all below that are not.
    const left = doubledU - 2 * (chosen - below) * (lower.values - below)
    if (left >= 0) addPairs(counted, left, { lower: rowOf(lower, below), upper: rowOf(upper, chosen - below) })
  }
  return counted
}

interface Row {
  readonly upTo: Float64Array
  readonly start: number
  readonly last: number
}

function rowOf({ upTo, starts }: Choices, chosen: number): Row {
  return { upTo, start: starts[chosen] ?? 0, last: (starts[chosen + 1] ?? 0) - 1 }
}

/** Of each U in the lower half, with every choice of the upper half that still fits. */
function addPairs(
  counted: Counted,
  doubledU: number,
  { lower, upper }: { readonly lower: Row; readonly upper: Row },
): void {
  let before = 0
  const end = Math.min(lower.start + doubledU, lower.last)
  let fitting = upper.start + doubledU
  for (let at = lower.start; at <= end; at++, fitting--) {
    const upTo = lower.upTo[at] ?? 0
    const choices = upTo - before
    before = upTo
    if (choices === 0) continue
    counted.upTo += choices * (upper.upTo[Math.min(fitting, upper.last)] ?? 0)
    if (fitting > upper.start) counted.below += choices * (upper.upTo[Math.min(fitting - 1, upper.last)] ?? 0)
  }
}
