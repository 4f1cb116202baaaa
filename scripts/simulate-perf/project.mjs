// One made-up project: how noisy its benchmarks are, and what they measured in a row of runs in which no code changed.
// What each number of noise.json means: docs/slowness.md.
import { readFileSync } from 'node:fs'
import { noiseSource } from './noise-source.mjs'

export const NOISE = JSON.parse(readFileSync(new URL('noise.json', import.meta.url), 'utf8'))

/**
 * @typedef {object} Project
 * @property {number} runs
 * @property {number} benchmarks
 * @property {Float64Array} noise of each benchmark: standard deviation of a logarithm, without spikes and what runs share
 * @property {Float64Array} values logarithms, run by run: those of run r begin at r * benchmarks
 * @property {Uint8Array} processors of each run
 *
 * @typedef {object} ProjectSize
 * @property {number} runs
 * @property {number} benchmarks
 * @property {number} rank how noisy among all projects, from 0 to 1
 * @property {boolean} [hasOneProcessor] otherwise one in so many has
 * @property {{ least: number, most: number }} [usualNoise] other than that of noise.json
 *
 * @param {number} seed
 * @param {ProjectSize} size
 * @returns {Project}
 */
export function makeProject(seed, size) {
  const { runs, benchmarks, rank } = size
  const source = noiseSource(seed)
  const { least, most } = size.usualNoise ?? NOISE.own.medianOfProject
  const usual = least * (most / least) ** rank
  const noise = Float64Array.from({ length: benchmarks }, () => usual * Math.exp(NOISE.own.spread * source.normal()))
  const isAlone = source.chance(NOISE.processors.projectsWithOne) || size.hasOneProcessor === true
  const processors = isAlone ? new Uint8Array(runs) : drawProcessors(source, runs)
  const whole = correlated(NOISE.run.autocorrelation, source.normal)
  const own = Array.from(noise, () => correlated(NOISE.own.autocorrelation, source.heavyTailed))
  const values = new Float64Array(runs * benchmarks)
  for (let run = 0; run < runs; run++) {
    const common = NOISE.run.deviation * whole() + Math.log1p(NOISE.processors.slowdowns[processors[run]])
    for (let at = 0; at < benchmarks; at++)
      values[run * benchmarks + at] = common + noise[at] * own[at]() + spike(source)
  }
  return { runs, benchmarks, noise, values, processors }
}

/** The same processor for days, then any of them. */
function drawProcessors(source, runs) {
  const { shares, meanStay } = NOISE.processors
  let current = source.among(shares)
  return Uint8Array.from({ length: runs }, () => {
    if (source.chance(1 / meanStay)) current = source.among(shares)
    return current
  })
}

/** A sequence of variance 1 in which neighbours correlate, made of independent draws of variance 1. */
function correlated(correlation, draw) {
  const fresh = Math.sqrt(1 - correlation ** 2)
  let last = draw()
  return () => {
    last = correlation * last + fresh * draw()
    return last
  }
}

function spike(source) {
  return source.chance(NOISE.spikes.share) ? Math.log1p(source.exponential(NOISE.spikes.mean)) : 0
}
