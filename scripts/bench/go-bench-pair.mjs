import { writeFileSync } from 'node:fs'

const BENCHMARKS = 10_000
const SAMPLES = 10
/** Every so many benchmarks are slower in the head. */
const SLOWER_EVERY = 5
const SLOWER_BY = 1.05
/** Of a machine that nobody else uses. */
const NOISE = { least: 0.005, most: 0.02 }

/**
 * Two outputs of `go test -bench=. -count=10`, of the same ten thousand benchmarks between 1 ns and 1 µs, with as many
 * digits as Go prints: four where there are no more.
 * @param {{ base: string, head: string }} paths
 */
export function writeGoBenchPair({ base, head }) {
  writeFileSync(base, outputOf({ seed: 1, slowerBy: 1 }))
  writeFileSync(head, outputOf({ seed: 2, slowerBy: SLOWER_BY }))
}

function outputOf({ seed, slowerBy }) {
  const [own, shared] = [createRandom(seed), createRandom(77)]
  const lines = ['goos: linux', 'goarch: amd64', 'pkg: example.test/parcel', 'cpu: Example Processor @ 2.40GHz']
  for (let number = 0; number < BENCHMARKS; number++) {
    const ns = 10 ** (3 * shared()) * (number % SLOWER_EVERY === 0 ? slowerBy : 1)
    const noise = NOISE.least + (NOISE.most - NOISE.least) * shared()
    for (let sample = 0; sample < SAMPLES; sample++)
      lines.push(resultLine(number, ns * (1 + noise * normal(own)), Math.round(1e9 / ns)))
  }
  return [...lines, 'PASS', 'ok  \texample.test/parcel\t12.3s', ''].join('\n')
}

function resultLine(number, ns, iterations) {
  const name = `BenchmarkParcel/part=${number % 100}/size=${number}-8`
  return `${name} \t${String(iterations).padStart(8)}\t${goNumber(ns)} ns/op`
}

/** As `testing.BenchmarkResult.String` prints it. */
function goNumber(value) {
  if (value >= 999.95) return value.toFixed(0).padStart(10)
  if (value >= 99.995) return value.toFixed(1).padStart(12)
  return value >= 9.9995 ? value.toFixed(2).padStart(13) : value.toFixed(3).padStart(14)
}

/** By Box and Muller. */
function normal(random) {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
}

/** The same numbers for the same seed: mulberry32. */
function createRandom(seed) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
