import { seededRandom } from '../../packages/stats/lib/seeded-random.js'

/** Draws of the distributions that the noise is made of; the same ones for the same seed. */
export function noiseSource(seed) {
  const { next } = seededRandom(seed)
  return {
    next,
    chance: (probability) => next() < probability,
    /** Of mean 0 and variance 1 (Box and Muller). */
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    heavyTailed: () => heavyTailed(next()),
    exponential: (mean) => -mean * Math.log(1 - next()),
    /** An index, as often as its share. */
    among(shares) {
      const place = next()
      const ends = shares.map((_, index) => shares.slice(0, index + 1).reduce((sum, share) => sum + share))
      const index = ends.findIndex((end) => place < end)
      return index < 0 ? shares.length - 1 : index
    },
  }
}

/**
 * Student's t with 4 degrees of freedom, scaled to variance 1, by its quantiles (Shaw, Journal of Computational Finance 9,
 * 2006): a draw beyond 4 deviations is eighty times as likely as a normal one.
 */
function heavyTailed(share) {
  const root = Math.sqrt(4 * share * (1 - share))
  if (root === 0) return 0
  const quantile = 2 * Math.sqrt(Math.max(0, Math.cos(Math.acos(Math.min(1, root)) / 3) / root - 1))
  return (Math.sign(share - 0.5) * quantile) / Math.SQRT2
}
