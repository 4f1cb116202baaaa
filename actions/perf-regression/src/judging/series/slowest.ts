import type { SeriesJudgement } from './series-judgement.js'

/** Those with the highest baselines, highest first: of tests the ones that take longest. Ties by key. */
export function slowest(series: readonly SeriesJudgement[], count: number): readonly SeriesJudgement[] {
  return series
    .filter(({ baseline }) => baseline !== null)
    .toSorted((left, right) => (right.baseline ?? 0) - (left.baseline ?? 0) || (left.key < right.key ? -1 : 1))
    .slice(0, count)
}
