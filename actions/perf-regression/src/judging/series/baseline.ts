import { SortedWindow } from '@testwarden/stats/sorted-window'

/** Of how many newest points level and noise are taken. A level may creep; noise that seems too small is an alarm. */
const LEVEL_POINTS = 100
const NOISE_POINTS = 300

/** From a level of fewer points nothing is far or near. */
const FEWEST_FOR_DISTANCE = 3
const FEWEST_FOR_NOISE = 8

/** From the first to the third quartile of a normal distribution, in its standard deviations. */
const NORMAL_QUARTILES = 1.3489795003921634

/**
 * What a series is compared with: the median of its points since the last change, and how far each of its points was from
 * the median before it, whatever changes there were.
 */
export class Baseline {
  /** Standard deviation of one point, as the series and its suite tell it: set by who follows the suite. NaN: unknown. */
  noise = Number.NaN
  private readonly window = new SortedWindow(LEVEL_POINTS)
  private readonly distances = new SortedWindow(NOISE_POINTS)

  /** NaN of no point. */
  get level(): number {
    return this.window.median()
  }

  /** Points that the level is made of. */
  get size(): number {
    return this.window.size
  }

  /** Points that {@link ownNoise} is made of. */
  get noiseSize(): number {
    return this.distances.size
  }

  /**
   * Noise by this series' own points, NaN where there are too few. By quartiles, so that spikes do not count, nor how far
   * the level lags behind a series that creeps.
   */
  get ownNoise(): number {
    if (this.distances.size < FEWEST_FOR_NOISE) return Number.NaN
    return (this.distances.quantile(0.75) - this.distances.quantile(0.25)) / NORMAL_QUARTILES
  }

  /** How far a point is from the level; NaN where that tells nothing. */
  distanceOf(value: number): number {
    return this.window.size < FEWEST_FOR_DISTANCE ? Number.NaN : value - this.level
  }

  /** Points that are part of it, all of them seen beside the same level. */
  settle(values: readonly number[]): void {
    const level = this.level
    const isKnown = this.window.size >= FEWEST_FOR_DISTANCE
    for (const value of values) {
      if (isKnown) this.distances.add(value - level)
      this.window.add(value)
    }
  }

  /** A new level begins with these points. */
  restart(values: readonly number[]): void {
    this.window.clear()
    for (const value of values) this.window.add(value)
  }
}
