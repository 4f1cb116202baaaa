import { median } from '@testwarden/stats/median'
import type { Baseline } from './baseline.js'

/** How many points of its own the suite's noise is worth to a series. */
const SUITE_POINTS = 15

/** Of what never varies: a logarithm of 0 would drag all others along. */
const LEAST_NOISE = 1e-4

/**
 * Tells every series its noise: a mean, in logarithms, of its own and of what is usual in the suite. Few points tell their
 * noise badly, and one that seems too small is an alarm too soon.
 */
export function shrinkNoise(suite: readonly Baseline[]): void {
  const own = suite.map(({ ownNoise }) => Math.max(LEAST_NOISE, ownNoise))
  const usual = Math.log(median(own.filter((noise) => !Number.isNaN(noise))))
  for (const [index, baseline] of suite.entries()) {
    const noise = own[index] ?? Number.NaN
    const points = Number.isNaN(noise) ? 0 : baseline.noiseSize
    const sum = points === 0 ? 0 : points * Math.log(noise)
    baseline.noise = Math.exp((sum + SUITE_POINTS * usual) / (points + SUITE_POINTS))
  }
}
