/** What a test of two samples, or of one against 0, asks: is the first greater, less, or either? */
export type Alternative = 'greater' | 'less' | 'two-sided'

/** P value of a question, by the chances of a statistic that is as high as the observed one or higher, and as low or lower. */
export function pValueOf(tails: Tails, alternative: Alternative): number {
  if (alternative === 'greater') return tails.asHigh
  if (alternative === 'less') return tails.asLow
  return Math.min(1, 2 * Math.min(tails.asHigh, tails.asLow))
}

/** Chances of the observed value and all on one side of it; both count the observed one. */
export interface Tails {
  readonly asLow: number
  readonly asHigh: number
}
