/** Whether values rise or fall more often than chance has it. */
export interface MannKendall {
  /** Pairs that rise less pairs that fall. */
  readonly score: number
  /** Standard normal where the values are independent and do not trend, with the correction for continuity. */
  readonly z: number
}

/**
 * The test of Mann (Econometrica 13, 1945) and Kendall with the variance for ties. In time that grows with the square of
 * the number of values.
 * @param values oldest first; no NaN
 */
export function mannKendall(values: ArrayLike<number>): MannKendall {
  let score = 0
  for (let later = 1; later < values.length; later++) {
    for (let earlier = 0; earlier < later; earlier++)
      score += Math.sign((values[later] ?? Number.NaN) - (values[earlier] ?? Number.NaN))
  }
  const variance = (weightOf(values.length) - weightOfTies(values)) / 18
  return { score, z: variance > 0 ? (score - Math.sign(score)) / Math.sqrt(variance) : 0 }
}

function weightOfTies(values: ArrayLike<number>): number {
  const counts = new Map<number, number>()
  for (const value of Array.from(values)) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts.values()].reduce((sum, count) => sum + weightOf(count), 0)
}

function weightOf(count: number): number {
  return count * (count - 1) * (2 * count + 5)
}
