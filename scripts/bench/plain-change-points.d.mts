/** See plain-change-points.mjs. */
export function plainChangePoints(
  series: readonly number[],
  options: { readonly window: number; readonly maxPValue: number; readonly minMagnitude: number },
): readonly {
  readonly index: number
  readonly pValue: number
  readonly magnitude: number
  readonly meanBefore: number
  readonly meanAfter: number
}[]
