// Code that becomes slower: some benchmarks of a project, each once, from one run on and for a while.
import { noiseSource } from './noise-source.mjs'

/** Other numbers than those that made the project. */
const OTHER_SEED = 77_777

const SHARE = 0.15
/** So long a slowdown lasts, until somebody mends it. */
const LASTS = 20

/**
 * @typedef {{ benchmark: number, run: number }} Slowdown `run`: the first of it
 * @returns {Slowdown[]} in the last two thirds of the project's runs, where its benchmarks are no longer young
 */
export function drawSlowdowns(seed, { runs, benchmarks }) {
  const source = noiseSource(seed + OTHER_SEED)
  const count = Math.max(1, Math.round(SHARE * benchmarks))
  const drawn = new Map()
  for (let each = 0; each < count; each++) {
    const benchmark = Math.floor(source.next() * benchmarks)
    drawn.set(benchmark, Math.floor(runs / 3 + source.next() * ((runs * 2) / 3 - LASTS)))
  }
  return [...drawn].map(([benchmark, run]) => ({ benchmark, run }))
}

/** @param {number} size a logarithm, added to the values of a run's row where the slowdown lasts */
export function slowDown(row, { benchmark, run }, at, size) {
  if (run <= at && at < run + LASTS) row[benchmark] += size
}
