/** A statistic that a limit between two runs names. */
export type RelativeStatistic = 'min' | 'max' | 'mean' | 'median' | 'stddev' | 'iqr'

/** How much worse a statistic may become: by a share of what it was, or by a difference. */
export interface RelativeLimit {
  readonly statistic: RelativeStatistic
  readonly kind: 'percent' | 'difference'
  /** Exact decimal; of a difference in seconds. */
  readonly value: string
}

/** The grammar of `--benchmark-compare-fail`: only whole numbers in front of `%`. */
const WRITTEN = /^(min|max|mean|median|stddev|iqr):(?:([0-9]+)%|([0-9]*\.?[0-9]+(?:[eE][-+]?[0-9]+)?))$/

/** null for what pytest-benchmark would not take. */
export function parseRelativeLimit(text: string): RelativeLimit | null {
  const [, statistic, percent, difference] = WRITTEN.exec(text) ?? []
  if (statistic === undefined) return null
  const known = statistic as RelativeStatistic
  if (percent !== undefined) return { statistic: known, kind: 'percent', value: percent }
  return { statistic: known, kind: 'difference', value: difference ?? '0' }
}

/** As pytest-benchmark has it: `100 * now / before - 100 > limit`, or `now - before > limit`, in seconds. */
export function breaksRelativeLimit(
  { kind, value }: RelativeLimit,
  { now, before }: { readonly now: number; readonly before: number },
): boolean {
  if (kind === 'difference') return now - before > Number(value)
  return before === 0 || (100 * now) / before - 100 > Number(value)
}
