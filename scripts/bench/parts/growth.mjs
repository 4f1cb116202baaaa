import { failureCases } from '../growth/failures.mjs'
import { formatCases } from '../growth/formats.mjs'
import { historyCases } from '../growth/histories.mjs'
import { growthOf, TIMES_AS_LARGE } from '../growth/measure-growth.mjs'
import { atMost } from '../rows.mjs'

/** Between what grows with the input (4) and what grows with its square (16). */
const BOUND = 8

/** What a stranger's input can make of our time: each hostile input, and one four times as large. */
export async function rows() {
  const cases = [...(await formatCases()), ...failureCases, ...historyCases]
  return cases.map((one) =>
    atMost(`${one.what}: times as long for ${TIMES_AS_LARGE} times as much`, growthOf(one), BOUND),
  )
}
