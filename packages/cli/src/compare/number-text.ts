import type { ComparedSample } from '@testwarden/core/files/compare-file'
import { relativeSpread } from '@testwarden/stats/median-interval'

/** `1.72 µs ± 1 %`: the median, and how far from it the true one may lie. */
export function sampleText({ median, low, high }: ComparedSample, format: (value: number) => string): string {
  const value = format(median)
  const spread = low === null || high === null ? null : relativeSpread({ median, low, high })
  return spread === null ? value : `${value} ± ${Math.round(100 * spread)} %`
}

/** `+4.20 %` for 1.042; `0 %` for no change at all. */
export function changeText(ratio: number): string {
  if (ratio === 1) return '0 %'
  const percent = 100 * (ratio - 1)
  return `${percent < 0 ? '' : '+'}${percent.toFixed(2)} %`
}

/** With three digits, as there is no more to know of it. */
export function pValueText(pValue: number): string {
  return pValue < 0.0005 ? '<0.001' : pValue.toFixed(3)
}

/** `10`, or `10+12` where the sides have different numbers of values. */
export function countText(base: ComparedSample | null, head: ComparedSample | null): string {
  const [before, after] = [base?.count ?? 0, head?.count ?? 0]
  return before === after || after === 0 ? `${before}` : before === 0 ? `${after}` : `${before}+${after}`
}
