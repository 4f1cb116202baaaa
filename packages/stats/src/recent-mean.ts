/** How much of its weight a value loses with each newer one. */
const DECAY = 0.1

/** Mean of the scores of several versions, each weighing the same (the unweighted model of Memon and others). */
export function plainMean(scores: readonly number[]): number {
  return scores.length === 0 ? 0 : scores.reduce((sum, score) => sum + score, 0) / scores.length
}

/**
 * Mean of scores, oldest first, of which newer ones weigh more: Z(n) / sum of (1 - decay)^i for i from 0 to n - 1, where
 * Z(1) is the first score and Z(n) = score(n) + (1 - decay) Z(n - 1). The weighted model, decay 0.1, of Memon and others,
 * "Modeling and ranking flaky tests at Apple", ICSE-SEIP 2020. 0 for no scores.
 */
export function recentMean(scores: readonly number[], decay: number = DECAY): number {
  let weighted = 0
  let weights = 0
  for (const score of scores) {
    weighted = score + (1 - decay) * weighted
    weights = 1 + (1 - decay) * weights
  }
  return weights === 0 ? 0 : weighted / weights
}
