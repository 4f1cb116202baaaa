import { NORMAL_CONSISTENCY } from '@testwarden/stats/mad'
import { SortedWindow } from '@testwarden/stats/sorted-window'

/** Of how many newest points level and noise are taken. */
const WINDOW = 200

/** From a level of fewer points nothing is far or near. */
const FEWEST_FOR_DISTANCE = 5
const FEWEST_FOR_NOISE = 8

/**
 * What a series is compared with: the median of its points since the last change, and how far each of its points was from
 * the median before it, whatever changes there were.
 */
export class Baseline {
  /** Standard deviation of one point, as the series and its suite tell it: set by who follows the suite. NaN: unknown. */
  noise = Number.NaN
  private readonly window = new SortedWindow(WINDOW)
  private readonly distances = new SortedWindow(WINDOW)

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

  /** Noise by this series' own points, which changes of its level do not widen; NaN where there are too few. */
  get ownNoise(): number {
    return this.distances.size < FEWEST_FOR_NOISE ? Number.NaN : NORMAL_CONSISTENCY * this.distances.median()
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
      if (isKnown) this.distances.add(Math.abs(value - level))
      this.window.add(value)
    }
  }

  /** A new level begins with these points. */
  restart(values: readonly number[]): void {
    this.window.clear()
    for (const value of values) this.window.add(value)
  }
}
