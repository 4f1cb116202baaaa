import { median } from '@testwarden/stats/median'
import type { HistoryPolicy } from './history-policy.js'
import { SeriesTracker, type SeriesTraits } from './series-tracker.js'
import { shrinkNoise } from './shrink-noise.js'

/** Of fewer benchmarks the median is as noisy as one of them, and one that became slower moves it. */
export const FEWEST_FOR_SHIFT = 8

/** Follows all series of a suite from commit to commit. */
export class SuiteTracker {
  readonly series: readonly SeriesTracker[]
  /** The common shifts, as a series of their own. */
  readonly whole: SeriesTracker

  constructor(policy: HistoryPolicy, traits: readonly SeriesTraits[]) {
    this.series = traits.map((each) => new SeriesTracker(policy, each))
    const lnMinEffect = Math.log1p(policy.minEffect)
    this.whole = new SeriesTracker({ ...policy, leastValue: 0 }, { lnMinEffect, isAdvisory: false, isTwoSided: false })
  }

  /**
   * @param row logarithms of the values of this commit, by the indexes of {@link series}; NaN: not measured
   * @param at index of the commit, above those before
   * @returns the common shift that was taken off, a logarithm; NaN where too few series can tell it
   */
  take(row: Float64Array, at: number): number {
    const shift = this.shiftOf(row)
    for (const [index, each] of this.series.entries()) {
      const value = row[index] ?? Number.NaN
      if (!Number.isNaN(value)) each.take(value, Number.isNaN(shift) ? 0 : shift, at)
    }
    shrinkNoise(this.series.map(({ baseline }) => baseline))
    if (!Number.isNaN(shift)) {
      this.whole.take(shift, 0, at)
      this.whole.baseline.noise = this.whole.baseline.ownNoise
    }
    return shift
  }

  /** Indexes of the series that turned red with this commit, each regression once. */
  takeNewReds(): readonly number[] {
    return this.series.flatMap(({ regression, isRed }, index) => {
      if (regression === null || regression.wasRed || !isRed) return []
      regression.wasRed = true
      return [index]
    })
  }

  private shiftOf(row: Float64Array): number {
    const distances: number[] = []
    for (const [index, each] of this.series.entries()) {
      const distance = each.distanceOf(row[index] ?? Number.NaN)
      if (!Number.isNaN(distance)) distances.push(distance)
    }
    return distances.length < FEWEST_FOR_SHIFT ? Number.NaN : median(distances)
  }
}
