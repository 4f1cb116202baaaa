/** The n-th root of the product. NaN of no value, and where one is not above 0: a product with 0 says nothing. */
export function geometricMean(values: Iterable<number>): number {
  let count = 0
  let meanLn = 0
  for (const value of values) {
    if (!(value > 0)) return Number.NaN
    count++
    meanLn += (Math.log(value) - meanLn) / count
  }
  return count === 0 ? Number.NaN : Math.exp(meanLn)
}

/** One benchmark before and after, by the centre of its values. */
export interface BeforeAfter {
  readonly before: number
  readonly after: number
}

/**
 * How much all together changed: 1.1 is a tenth more. `from-zero`: something that was 0 is not any more, which no ratio
 * tells. `not-positive`: one of the ratios is 0 or negative. `none`: no pairs.
 */
export type MeanRatio =
  | { readonly ok: true; readonly ratio: number }
  | { readonly ok: false; readonly problem: 'none' | 'from-zero' | 'not-positive' }

/**
 * Geometric mean of the ratios after / before, as in the last row of benchstat's tables: each benchmark weighs the same,
 * however long it takes. 0 after 0 is a ratio of 1.
 * @see https://pkg.go.dev/golang.org/x/perf/cmd/benchstat
 */
export function geometricMeanRatio(pairs: readonly BeforeAfter[]): MeanRatio {
  if (pairs.length === 0) return { ok: false, problem: 'none' }
  if (pairs.some(({ before, after }) => before === 0 && after !== 0)) return { ok: false, problem: 'from-zero' }
  const ratio = geometricMean(pairs.map(({ before, after }) => (before === after ? 1 : after / before)))
  return Number.isNaN(ratio) ? { ok: false, problem: 'not-positive' } : { ok: true, ratio }
}
