// The exact test of Mann and Whitney with ties, read off its definition (Klotz, 1966): for each number of chosen values
// and each U a map counts the ways, rank by rank. What a bench compares with where benchstat cannot be installed.

const RESULT = /^(Benchmark\S+)\s+\d+\s+(\S+) ns\/op$/

/** @param {readonly string[]} outputs of `go test -bench`, before and after @returns {number[]} of the first benchmarks */
export function plainPValues(outputs, count) {
  const [base, head] = outputs.map(samplesOf)
  return [...base.keys()].slice(0, count).map((name) => pValueOf(base.get(name), head.get(name)))
}

function samplesOf(output) {
  const samples = new Map()
  for (const line of output.split('\n')) {
    const [, name, value] = RESULT.exec(line) ?? []
    if (name !== undefined) samples.set(name, [...(samples.get(name) ?? []), Number(value)])
  }
  return samples
}

function pValueOf(first, second) {
  const ranks = [...new Set([...first, ...second])].sort((left, right) => left - right)
  const sizeOf = (values, rank) => values.filter((value) => value === rank).length
  const ties = ranks.map((rank) => sizeOf(first, rank) + sizeOf(second, rank))
  const u = doubledU(first, second)
  const ways = waysByU(ties, first.length)
  const all = [...ways.values()].reduce((sum, count) => sum + count, 0)
  const share = (isIn) => [...ways].reduce((sum, [each, count]) => sum + (isIn(each) ? count : 0), 0) / all
  if (ties.length === 1 || u === first.length * second.length) return 1
  return Math.min(
    1,
    2 *
      Math.min(
        share((each) => each <= u),
        share((each) => each >= u),
      ),
  )
}

function doubledU(first, second) {
  let sum = 0
  for (const one of first) for (const other of second) sum += 1 + Math.sign(one - other)
  return sum
}

/** How many choices of the first sample make twice each U. */
function waysByU(ties, chosenOfAll) {
  let ways = new Map([['0 0', 1]])
  let before = 0
  for (const size of ties) {
    const next = new Map()
    for (const [key, count] of ways) {
      const [chosen, u] = key.split(' ').map(Number)
      for (let here = 0; here <= Math.min(size, chosenOfAll - chosen); here++) {
        const added = u + here * (2 * (before - chosen) + size - here)
        const to = `${chosen + here} ${added}`
        next.set(to, (next.get(to) ?? 0) + count * choose(size, here))
      }
    }
    ways = next
    before += size
  }
  return new Map(
    [...ways].flatMap(([key, count]) =>
      key.startsWith(`${chosenOfAll} `) ? [[Number(key.split(' ')[1]), count]] : [],
    ),
  )
}

function choose(all, chosen) {
  let ways = 1
  for (let step = 1; step <= chosen; step++) ways = (ways * (all - chosen + step)) / step
  return ways
}
