/** A statistic that a limit between two runs names. */
export type RelativeStatistic = 'min' | 'max' | 'mean' | 'median' | 'stddev' | 'iqr'

/** How much worse a statistic may become: by a share of what it was, or by a difference. */
export interface RelativeLimit {
  readonly statistic: RelativeStatistic
  readonly kind: 'percent' | 'difference'
  /** Exact decimal without an exponent; of a difference in seconds. */
  readonly value: string
}

/** pytest-benchmark's own, but for exponents of more than three digits, which no number holds. */
const WRITTEN = /^(min|max|mean|median|stddev|iqr):(?:([0-9]+)%|([0-9]*\.?[0-9]+)(?:[eE]([-+]?[0-9]{1,3}))?)$/

/**
 * Reads a limit as pytest-benchmark's `--benchmark-compare-fail` takes it: `mean:10%` (whole numbers only), `min:0.001`,
 * `median:1e-3`. null for what it would not take.
 * @see https://pytest-benchmark.readthedocs.io/en/stable/usage.html#commandline-options
 */
export function parseRelativeLimit(text: string): RelativeLimit | null {
  const [, statistic, percent, number = '', exponent = '0'] = WRITTEN.exec(text) ?? []
  if (statistic === undefined) return null
  const known = statistic as RelativeStatistic
  if (percent !== undefined) return { statistic: known, kind: 'percent', value: withoutZeros(percent) }
  const [whole = '', fraction = ''] = number.split('.')
  return { statistic: known, kind: 'difference', value: shiftPoint({ whole, fraction }, Number(exponent)) }
}

/**
 * Whether a statistic, in seconds, became worse by more than the limit. In the very arithmetic of pytest-benchmark, so that
 * a value at the limit falls on the same side: now / before * 100 - 100 above the percentage, always where it was 0 before;
 * or now - before above the difference.
 */
export function breaksRelativeLimit(
  { kind, value }: RelativeLimit,
  { now, before }: { readonly now: number; readonly before: number },
): boolean {
  if (kind === 'difference') return now - before > Number(value)
  return before === 0 || (now / before) * 100 - 100 > BigInt(value)
}

interface Digits {
  readonly whole: string
  readonly fraction: string
}

/** Moves the point so many places to the right. */
function shiftPoint({ whole, fraction }: Digits, places: number): string {
  const left = Math.max(0, -places)
  const digits = '0'.repeat(left) + whole + fraction + '0'.repeat(Math.max(0, places))
  const point = left + whole.length + places
  const behind = digits.slice(point).replace(/0+$/, '')
  return withoutZeros(digits.slice(0, point)) + (behind === '' ? '' : `.${behind}`)
}

function withoutZeros(whole: string): string {
  return whole.replace(/^0+(?=[0-9])/, '') || '0'
}
