/**
 * Something that a stranger's input makes us do. `prepare(size)` makes the input, so that only the work itself is timed.
 * @typedef {object} GrowthCase
 * @property {string} what
 * @property {number} size of the smaller input
 * @property {(size: number) => () => unknown} prepare
 */

export const TIMES_AS_LARGE = 4

const ROUNDS = 5
/** Less than this is noise: the work is done several times. */
const SHORTEST_MS = 5
const MOST_REPEATS = 1024

/** How many times as long four times as much takes: 4 where time grows with the input, 16 with its square. */
export function growthOf({ size, prepare }) {
  const [small, large] = [prepare(size), prepare(TIMES_AS_LARGE * size)]
  const repeats = repeatsFor(small)
  const runs = { small: [], large: [] }
  for (let round = 0; round < ROUNDS; round++) {
    runs.small.push(timeMs(small, repeats))
    runs.large.push(timeMs(large, repeats))
  }
  return Math.min(...runs.large) / Math.min(...runs.small)
}

function repeatsFor(work) {
  let repeats = 1
  while (timeMs(work, repeats) < SHORTEST_MS && repeats < MOST_REPEATS) repeats *= 2
  return repeats
}

/** Of this process alone: others on a busy machine do not count. */
function timeMs(work, repeats) {
  const before = process.cpuUsage()
  for (let count = 0; count < repeats; count++) work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}
