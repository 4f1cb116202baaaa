import type { PolicyStep } from './history-policy.js'
import type { PlacedValue } from './regression.js'

/** Neighbouring points on one side of the baseline, farther from it than noise mostly is. */
export class Streak {
  /** 1: worse, -1: better, 0: none. */
  side: -1 | 0 | 1 = 0
  /** Index of the commit of its first point. */
  since = -1
  readonly values: number[] = []
  private readonly steps: readonly PolicyStep[]
  /** For each step, how many points in a row are beyond its threshold. */
  private readonly counts: number[]

  constructor(steps: readonly PolicyStep[]) {
    this.steps = steps
    this.counts = steps.map(() => 0)
  }

  clear(): void {
    this.side = 0
    this.values.length = 0
    this.counts.fill(0)
  }

  /**
   * @param isBeyond whether the point is beyond the threshold of a step
   * @returns whether one of the steps is reached
   */
  add(side: -1 | 1, { value, at }: PlacedValue, isBeyond: (step: PolicyStep) => boolean): boolean {
    if (this.side === 0) this.since = at
    this.side = side
    this.values.push(value)
    this.steps.forEach((step, index) => {
      this.counts[index] = isBeyond(step) ? (this.counts[index] ?? 0) + 1 : 0
    })
    return this.steps.some(({ commits }, index) => (this.counts[index] ?? 0) >= commits)
  }
}
