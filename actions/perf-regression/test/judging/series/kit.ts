import { seededRandom } from '@testwarden/stats/seeded-random'
import type { Series, Suite } from '../../../src/judging/series/suite.js'

/** Values around 100 with a deviation of `noise`, as a share; the same ones for the same seed. */
export function steady(count: number, noise: number, seed: number): number[] {
  const { next } = seededRandom(seed)
  return Array.from(
    { length: count },
    () => 100 * Math.exp(noise * (next() + next() + next() + next() - 2) * Math.sqrt(3)),
  )
}

/** The same with every value from `from` on (and before `to`) multiplied. */
export function changed(values: readonly number[], factor: number, from: number, to = values.length): number[] {
  return values.map((value, at) => (at >= from && at < to ? value * factor : value))
}

export function seriesOf(key: string, values: readonly (number | null)[], more: Partial<Series> = {}): Series {
  return { key, direction: 'lower', values, acceptedAt: null, minEffect: null, ...more }
}

/** Commits are called `c0`, `c1`, ... */
export function suiteOf(series: readonly Series[], more: Partial<Suite> = {}): Suite {
  const length = Math.max(0, ...series.map(({ values }) => values.length))
  const commits = Array.from({ length }, (_, at) => ({ sha: `c${at}`, kernelNs: null }))
  return { commits, series, ...more }
}

/** Series that nothing happens to, so that there are enough for a common shift. */
export function bystanders(count: number, runs: number, noise = 0.02): readonly Series[] {
  return Array.from({ length: count }, (_, index) => seriesOf(`by${index}`, steady(runs, noise, 1_000 + index)))
}
