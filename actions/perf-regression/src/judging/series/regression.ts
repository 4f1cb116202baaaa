import { SortedWindow } from '@testwarden/stats/sorted-window'

/** Of the newest points the level of a regression is taken. */
const RECENT_POINTS = 20

/** So many points in a row, nearer to the baseline than to the regression, end it. */
const MENDED_POINTS = 3

/** A point, by the index of its commit. */
export interface PlacedValue {
  readonly value: number
  readonly at: number
}

/** A change for the worse that was confirmed, until it is mended or accepted. Its points stay out of the baseline. */
export class Regression {
  /** Index of the commit that it came with. */
  readonly since: number
  /** -1 where values fell, and every change is one for the worse. */
  readonly side: -1 | 1
  /** Newest points that look mended, too few to tell. */
  readonly mended: PlacedValue[] = []
  /** Whether it was red at any commit: only once is it new. */
  wasRed = false
  private readonly recent = new SortedWindow(RECENT_POINTS)

  constructor({ since, side, values }: Pick<Regression, 'since' | 'side'> & { readonly values: readonly number[] }) {
    this.since = since
    this.side = side
    for (const value of values) this.recent.add(value)
  }

  /** Points that its level is made of. */
  get size(): number {
    return this.recent.size
  }

  /** Where the values are now. */
  get level(): number {
    return this.recent.median()
  }

  /** @returns whether the regression is over */
  add(placed: PlacedValue, baseline: number): boolean {
    if (this.side * (placed.value - baseline) * 2 < this.side * (this.level - baseline)) {
      this.mended.push(placed)
      return this.mended.length >= MENDED_POINTS
    }
    for (const { value } of this.mended) this.recent.add(value)
    this.mended.length = 0
    this.recent.add(placed.value)
    return false
  }
}
